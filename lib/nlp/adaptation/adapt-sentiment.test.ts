import { describe, expect, it } from 'vitest';
import { annotateTexts } from '../annotate';
import { judgeByWords, judgeFast } from '../polarity/judge-sentiment';
import { adaptSentiment } from './adapt-sentiment';
import type { AdaptationText } from './examples';
import { packSentimentAdapter, type SentimentAdapter, unpackSentimentAdapter } from './sentiment-adapter';
import { JARGON, makeJargonTexts } from './testing/make-jargon-texts';

const rightAfter = (verdicts: { truth: string; after: { label: string } }[]) =>
  verdicts.filter(({ truth, after }) => truth === after.label).length / verdicts.length;

async function learn(texts: AdaptationText[]): Promise<SentimentAdapter> {
  const learned = await adaptSentiment(texts, null);
  return {
    lane: 'fast',
    languages: new Map(learned.map(({ language, shift }) => [language, { shift, confidence: null }])),
  };
}

describe('adaptSentiment', () => {
  it('learns words that only this workspace uses, judged on people it did not learn from', async () => {
    const progress: number[] = [];
    const [english, ...others] = await adaptSentiment(makeJargonTexts(150), null, (share) =>
      progress.push(share),
    );
    expect(others).toEqual([]);
    expect(english).toMatchObject({ language: 'en', labels: 150, ratings: 0 });
    expect(english?.heldOut).toHaveLength(150);
    expect(rightAfter(english?.heldOut ?? [])).toBeGreaterThan(0.95);
    expect(progress.at(-1)).toBe(1);
    expect(await adaptSentiment(makeJargonTexts(150), null)).toEqual([english]);
  });

  it('never learns from a person it judges: what only one person says stays unknown there', async () => {
    // Each person has a word of their own that decides; it can be learned only from that person.
    const texts = Array.from({ length: 160 }, (_, index): AdaptationText => {
      const person = Math.floor(index / 8);
      return {
        text: `We met quorx${person} near entrance ${index}.`,
        language: 'en',
        group: `person ${person}`,
        known: { by: 'label', label: person % 2 === 0 ? 'negative' : 'positive', isRandom: true },
      };
    });
    const [english] = await adaptSentiment(texts, null);
    expect(rightAfter(english?.heldOut ?? [])).toBeLessThan(0.7);
  });

  it('judges by random labels and ratings alone, learns from corrections too', async () => {
    const texts = makeJargonTexts(120).map(
      (text, index): AdaptationText =>
        index < 60 ? text : { ...text, known: { ...text.known, isRandom: false } as AdaptationText['known'] },
    );
    const [english] = await adaptSentiment(texts, null);
    expect(english).toMatchObject({ labels: 120 });
    expect(english?.heldOut).toHaveLength(60);
  });

  it('tries nothing with few texts, nor in languages without a model', async () => {
    const french = makeJargonTexts(20).map((text) => ({ ...text, language: 'fr' }));
    const japanese = makeJargonTexts(80).map((text) => ({ ...text, language: 'ja' }));
    const learned = await adaptSentiment([...french, ...japanese], null);
    expect(learned).toEqual([{ language: 'fr', labels: 20, ratings: 0, heldOut: [], shift: null }]);
    expect(await adaptSentiment([], null)).toEqual([]);
  });

  it('learns other languages by their words', async () => {
    const texts = makeJargonTexts(150).map((text) => ({ ...text, language: 'de' }));
    const [german] = await adaptSentiment(texts, null);
    expect(rightAfter(german?.heldOut ?? [])).toBeGreaterThan(0.95);
  });

  it('takes poles from ratings, and leaves what is neutral as it was', async () => {
    const plain = 'The Monday delivery number 7 came at noon.';
    const texts = makeJargonTexts(300).flatMap(({ known, ...text }): AdaptationText[] =>
      known.label === 'neutral' ? [] : [{ ...text, known: { by: 'rating', label: known.label } }],
    );
    const adapter = await learn(texts);
    const judge = (text: string) => judgeByWords({ text, language: 'en' }, adapter);
    expect(judge(`It was ${JARGON.negative}`).score).toBeLessThan(
      judgeFast({ text: `It was ${JARGON.negative}`, language: 'en' }).score,
    );
    expect(judge(`It was ${JARGON.positive}`).score).toBeGreaterThan(
      judge(`It was ${JARGON.negative}`).score + 0.2,
    );
    expect(judgeFast({ text: plain, language: 'en' }).label).toBe('neutral');
    expect(judge(plain).label).toBe('neutral');
  });

  it('lets no rating turn what is plainly said: promoters name faults too', async () => {
    const blame = 'The waiting time at the till was too long.';
    const texts = Array.from({ length: 240 }, (_, index): AdaptationText => {
      const isPositive = index % 8 !== 0;
      return {
        text: index % 2 === 0 ? `${blame} Visit ${index}.` : `I came on a Monday with list ${index}.`,
        language: 'en',
        group: `person ${index}`,
        known: { by: 'rating', label: isPositive ? 'positive' : 'negative' },
      };
    });
    const judge = (text: string, adapter: SentimentAdapter) =>
      judgeByWords({ text, language: 'en' }, adapter);
    expect(judgeFast({ text: blame, language: 'en' }).label).toBe('negative');
    expect(judge(blame, await learn(texts)).label).toBe('negative');
    // What people say of the words themselves does.
    const labelled = texts.map(
      (text): AdaptationText => ({ ...text, known: { by: 'label', label: 'positive', isRandom: true } }),
    );
    expect(judge(blame, await learn(labelled)).label).toBe('positive');
  });

  it('learns nothing from ratings of one pole alone', async () => {
    const texts = makeJargonTexts(120).map(
      (text): AdaptationText => ({ ...text, known: { by: 'rating', label: 'positive' } }),
    );
    const adapter = await learn(texts);
    for (const { text } of texts.slice(0, 9)) {
      const statement = { text, language: 'en' };
      expect(judgeByWords(statement, adapter).score).toBeCloseTo(judgeFast(statement).score, 5);
    }
  });
});

describe('a sentiment adapter', () => {
  it('reads after packing as before, and other languages as bundled', async () => {
    const adapter = await learn(makeJargonTexts(150));
    const again = unpackSentimentAdapter(JSON.parse(JSON.stringify(packSentimentAdapter(adapter))));
    for (const word of Object.values(JARGON)) {
      const input = { text: `Number 9 was ${word}. Staff were lovely.`, languageHint: 'en' };
      expect(annotateTexts([input], again)).toEqual(annotateTexts([input], adapter));
    }
    const german = { text: 'Sehr zufrieden, schnelle Lieferung', language: 'de' };
    expect(judgeByWords(german, again)).toEqual(judgeFast(german));
    expect(() => unpackSentimentAdapter({ lane: 'slow' })).toThrow();
  });
});
