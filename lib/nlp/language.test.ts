import { describe, expect, it } from 'vitest';
import { hasDataSets, readCsv } from '@/lib/core/testing/data-sets';
import { detectLanguage } from './language';
import { HOSTILE_TIMEOUT_MS, listHostileTexts } from './testing/hostile-texts';

describe('detectLanguage', () => {
  it.each([
    ['The staff were very kind and helpful', 'en'],
    ['Très bon accueil et conseil du personnel', 'fr'],
    ['Die Lieferung kam leider viel zu spät', 'de'],
    ['El servicio fue excelente y muy rápido', 'es'],
    ['Il personale è stato molto gentile', 'it'],
  ])('detects %s', (text, language) => {
    expect(detectLanguage(text).language).toBe(language);
    expect(detectLanguage(text).confidence).toBeGreaterThan(0.9);
  });

  it.each([
    ['Hello awful', 'en'],
    ['Hi awful', 'en'],
    ['not ok', 'en'],
    ['No hassle', 'en'],
    ['cant log in', 'en'],
    ["J'adore", 'fr'],
    ['Nickel', 'fr'],
    ['mittelmäßig', 'de'],
    ['Estupendo.', 'es'],
  ])(
    'takes a few words of praise or blame for those of a language that is read and knows them: %s',
    (text, language) => {
      expect(detectLanguage(text)).toEqual({ language, confidence: 0.5 });
    },
  );

  it.each(['horrible', 'Hola, horrible', 'Genial!'])(
    'takes %s for a word of one of those that know it',
    (text) => {
      expect(['en', 'de', 'es', 'fr', 'it', 'pt']).toContain(detectLanguage(text).language);
    },
  );

  it.each([
    ['ruim', 'nl'],
    ['Erg goed', 'nl'],
  ])('leaves %s to the language that it is surely in', (text, language) => {
    expect(detectLanguage(text).language).toBe(language);
  });

  it.each(['', 'ok', '12345 !!!', '👍', '\ud800'])('does not guess at %j', (text) => {
    expect(detectLanguage(text)).toEqual({ language: null, confidence: 0 });
  });

  it('answers within range on hostile text', { timeout: HOSTILE_TIMEOUT_MS }, () => {
    for (const text of listHostileTexts()) {
      const { language, confidence } = detectLanguage(text);
      expect(language === null ? confidence === 0 : confidence >= 0.5 && confidence <= 1).toBe(true);
    }
  });
});

const isThere = hasDataSets('languages of labelled sentences');

describe.runIf(isThere)('detectLanguage on labelled sentences', { timeout: HOSTILE_TIMEOUT_MS }, () => {
  const sentences = isThere ? readCsv('langid_lingua/sentences.csv') : [];

  it('is right on 97 % of five words in the languages that the engine reads', () => {
    const read = new Set(['en', 'de', 'es', 'fr', 'it', 'pt']);
    const rows = sentences.filter(({ lang = '' }) => read.has(lang));
    const isRight = ({ lang, text = '' }: Record<string, string>) =>
      detectLanguage(text.split(/\s+/).slice(0, 5).join(' ')).language === lang;
    expect(rows.length).toBeGreaterThan(2000);
    expect(rows.filter(isRight).length / rows.length).toBeGreaterThan(0.97);
  });

  it('is right on 98 % of sentences and as sure as it is right', () => {
    const languages = new Set([
      'en',
      'fr',
      'de',
      'es',
      'it',
      'pt',
      'nl',
      'pl',
      'sv',
      'ru',
      'ar',
      'zh',
      'ja',
      'ko',
      'tr',
    ]);
    const rows = sentences.filter(({ lang = '' }) => languages.has(lang));
    const detected = rows.map(({ text = '' }) => detectLanguage(text));
    const right =
      detected.filter(({ language }, index) => language === rows[index]?.lang).length / rows.length;
    const sure = detected.reduce((sum, { confidence }) => sum + confidence, 0) / rows.length;
    expect(rows.length).toBeGreaterThan(3000);
    expect(right).toBeGreaterThan(0.98);
    expect(Math.abs(sure - right)).toBeLessThan(0.03);
  });
});
