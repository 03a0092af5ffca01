import { beforeAll, describe, expect, it } from 'vitest';
import { hasDataSets } from '@/lib/core/testing/data-sets';
import { convertEncoder, isEncoderThere } from '@/scripts/encoder/convert-encoder.mjs';
import { readEnglishTweets } from '@/scripts/train/labelled-texts';
import { type Encoder, openEncoder } from '../encoder/encoder';
import { getWordVectors } from '../encoder/word-vectors';
import { keepSaid } from '../machine-text';
import { HOSTILE_TIMEOUT_MS, listHostileTexts } from '../testing/hostile-texts';
import { measureMacroF1 } from '../testing/measure-labels';
import { computeEnglishFeatures, predictEnglish } from './english-model';
import { judgeFast, judgeWithEncoder } from './judge-sentiment';
import { getOpenEnglishModel } from './models';

const TIMEOUT_MS = 120_000;
let encoder: Encoder;

beforeAll(async () => {
  if (!isEncoderThere()) convertEncoder();
  encoder = await openEncoder();
}, TIMEOUT_MS);

const CASES: [language: string, text: string, label: string][] = [
  ['en', 'The app crashes every time I open it', 'negative'],
  ['en', 'Staff were lovely and very helpful', 'positive'],
  ['en', 'I went there on Tuesday', 'neutral'],
  ['en', 'not good', 'negative'],
  ['en', 'no problems at all', 'positive'],
  ['en', 'It was pretty slow', 'negative'],
  ['en', '👎', 'negative'],
  ['de', 'Sehr zufrieden, schnelle Lieferung', 'positive'],
  ['fr', "Beaucoup trop cher et l'accueil n'est pas agréable", 'negative'],
  ['es', 'Excelente atención, muy rápidos', 'positive'],
  ['it', 'Pessimo servizio, mai più', 'negative'],
  ['pt', 'Adorei, muito bom!', 'positive'],
  // Plain words without an opinion among them, and terse praise.
  ['en', 'Records vanish between HubSpot and you, our reps call dead contacts.', 'negative'],
  ['en', 'Works.', 'positive'],
  ['de', 'Prima, läuft.', 'positive'],
  ['de', 'Seit Montag kommt keiner mehr ins System.', 'negative'],
  ['fr', 'Trop cher.', 'negative'],
  ['es', 'Los contactos desaparecen al sincronizar.', 'negative'],
  ['it', 'Costa troppo.', 'negative'],
  ['pt', 'Os contactos desaparecem depois da sincronização.', 'negative'],
  // What names nothing and says all the same how somebody feels.
  ['en', 'Hello awful', 'negative'],
  ['en', 'Still not fixed', 'negative'],
  ['en', 'This helped', 'positive'],
  ['en', 'ok 😡', 'negative'],
  ['en', 'Great, thanks, works now', 'positive'],
  ['fr', 'Toujours pas résolu', 'negative'],
  ['de', 'Vielen Dank', 'positive'],
  // A word or two of blame of which no sentence was composed.
  ['en', 'Awful', 'negative'],
  ['es', 'No funciona', 'negative'],
  ['pt', 'Não funciona', 'negative'],
  ['pt', 'Não sincroniza', 'negative'],
  ['it', 'Non sincronizza', 'negative'],
  ['de', 'Synchronisiert nicht', 'negative'],
  // Plain facts and questions, of which tweets hardly hold any; none of these was composed.
  ['de', 'Der Wagen steht in der Werkstatt', 'neutral'],
  ['de', 'Wo kann ich mein Guthaben sehen?', 'neutral'],
  ['fr', 'Le bureau ouvre à huit heures', 'neutral'],
  ['es', '¿Qué días abre la oficina?', 'neutral'],
  ['it', 'Il corso dura tre mesi', 'neutral'],
  ['pt', 'O escritório fica no segundo andar', 'neutral'],
  // Negations and what could be better.
  ['en', 'Nothing ever works!', 'negative'],
  ['en', "I don't think it is any good", 'negative'],
  ['en', "couldn't have been kinder", 'positive'],
  ['de', 'Kann nicht meckern', 'positive'],
  ['fr', 'Peut mieux faire', 'negative'],
  ['es', 'Podría ser mejor', 'negative'],
  // Answers of a few words, in which the noun alone sounds like blame, or the praise is of all but one thing.
  ['en', 'Zero complaints.', 'positive'],
  ['en', 'Hardly any downtime.', 'positive'],
  ['en', 'Not a single crash.', 'positive'],
  ['en', "Can't fault it.", 'positive'],
  ['en', 'Everything works except the search.', 'negative'],
  ['en', 'All great, except billing.', 'negative'],
  // What one does not agree with, what is not there, what is excepted, and thanks that are none.
  ['fr', "Pas du tout d'accord", 'negative'],
  ['it', 'Non concordo', 'negative'],
  ['it', 'Zero problemi', 'positive'],
  ['es', 'Ninguna queja', 'positive'],
  ['pt', 'Tudo ótimo exceto a fatura', 'negative'],
  ['fr', 'Merci pour rien', 'negative'],
];

describe('judgeFast and judgeWithEncoder', () => {
  it.each(CASES)('read %s "%s" as %s', async (language, text, label) => {
    expect(judgeFast({ text, language }).label).toBe(label);
    expect((await judgeWithEncoder([{ text, language }], encoder))[0]?.label).toBe(label);
  });

  it.each(['n/a', 'nothing', 'ok', 'None.', '-', '', 'nichts', 'rien', 'nada'])(
    'hear no opinion in %j',
    async (text) => {
      const none = { label: 'neutral', score: 0 };
      expect(judgeFast({ text, language: null })).toMatchObject(none);
      expect(await judgeWithEncoder([{ text, language: null }], encoder)).toMatchObject([none]);
    },
  );

  it('do not guess at languages they were not measured on', async () => {
    const unsupported = { label: 'unsupported', score: 0, confidence: 0 };
    for (const language of ['ja', 'ar', 'nl', 'constructor']) {
      expect(judgeFast({ text: 'とても良い', language })).toEqual(unsupported);
      expect(await judgeWithEncoder([{ text: 'とても良い', language }], encoder)).toEqual([unsupported]);
    }
  });

  it('give a statement the same judgement in any company', async () => {
    const statements = CASES.map(([language, text]) => ({ text, language }));
    const together = await judgeWithEncoder([...statements, ...statements], encoder);
    for (const [index, statement] of statements.entries()) {
      const [alone] = await judgeWithEncoder([statement], encoder);
      expect(together[index]?.label).toBe(alone?.label);
      expect(together[index]?.score).toBeCloseTo(alone?.score ?? 9, 4);
      expect(together[index + statements.length]).toEqual(together[index]);
    }
  });

  it('stay within their ranges on hostile text', { timeout: HOSTILE_TIMEOUT_MS }, async () => {
    const texts = listHostileTexts();
    for (const language of ['en', 'de', 'it']) {
      const statements = texts.map((text) => ({ text, language }));
      for (const { score, confidence } of [
        ...statements.map(judgeFast),
        ...(await judgeWithEncoder(statements, encoder)),
      ]) {
        expect(Math.abs(score)).toBeLessThanOrEqual(1);
        expect(confidence > 0 && confidence < 1).toBe(true);
      }
    }
  });
});

describe.runIf(hasDataSets('sentiment in both lanes'))('on tweets that English was not trained on', () => {
  it('the fast lane beats the lexicon and the full lane beats the fast one', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const tweets = readEnglishTweets();
    const truth = tweets.map(({ label }) => String(label));
    const vectors = await encoder.encode(tweets.map(({ text }) => keepSaid(text)));
    const f1 = (isFull: boolean) =>
      measureMacroF1(
        truth,
        tweets.map(({ text }, index) => {
          const features = computeEnglishFeatures(text);
          const wordVector = getWordVectors().embed(features.words);
          const encoded = isFull ? (vectors[index] ?? null) : null;
          const chances = predictEnglish(getOpenEnglishModel(), features, wordVector, encoded);
          return String(chances.indexOf(Math.max(...chances)));
        }),
      );
    const [fast, full] = [f1(false), f1(true)];
    expect(fast).toBeGreaterThan(0.6);
    expect(full).toBeGreaterThan(0.64);
    expect(full).toBeGreaterThan(fast);
  });
});

it.each(['最高', '垃圾', '최악', 'ужас', 'ممتاز', 'बुरा', '神'])(
  'does not guess at %s, in letters that no language it reads has',
  (text) => {
    expect(judgeFast({ text, language: null })).toEqual({ label: 'unsupported', score: 0, confidence: 0 });
  },
);

it('reads as English what is too short for a language', () => {
  expect(judgeFast({ text: 'Awful', language: null }).label).toBe('negative');
  expect(judgeFast({ text: '😡', language: null }).label).not.toBe('unsupported');
});
