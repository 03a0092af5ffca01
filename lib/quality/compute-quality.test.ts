import { describe, expect, it } from 'vitest';
import { computeQuality } from '@/lib/quality/compute-quality';
import { filterJudged, type JudgedFilter } from '@/lib/quality/judged-filter';
import { makeJudged, makeManyJudged } from '@/lib/quality/testing/make-judged';
import { computeWilsonInterval } from '@/lib/stats/wilson-interval';

const SAMPLE = [
  ...makeManyJudged(20, { people: ['negative'], engine: 'negative', confidence: 0.93 }),
  ...makeManyJudged(10, {
    people: ['positive'],
    engine: 'positive',
    confidence: 0.85,
    source: 'Reviews',
    channel: 'review',
  }),
  ...makeManyJudged(6, { people: ['neutral'], engine: 'negative', confidence: 0.45, language: 'fr' }),
  ...makeManyJudged(4, {
    people: ['neutral', 'neutral'],
    engine: 'neutral',
    confidence: 0.41,
    language: null,
  }),
  ...makeManyJudged(3, { people: ['no_opinion'], engine: 'neutral' }),
  ...makeManyJudged(2, { people: ['positive'], engine: null }),
];

describe('computeQuality', () => {
  const quality = computeQuality(SAMPLE);

  it('compares only where people can tell and the engine said something', () => {
    expect(quality).toMatchObject({ labelled: 45, cannotTell: 3, notRead: 2 });
    expect(quality.overall).toMatchObject({ n: 40, right: 34 });
    expect(quality.overall.accuracy).toEqual({ value: 0.85, interval: computeWilsonInterval(34, 40) });
  });

  it('gives macro-F1 and alpha an interval around them, the same at every reading', () => {
    // negative 40/46, neutral 8/14, positive 1.
    expect(quality.overall.macroF1?.value).toBeCloseTo((40 / 46 + 8 / 14 + 1) / 3, 12);
    for (const figure of [quality.overall.macroF1, quality.overall.alpha]) {
      expect(figure?.interval?.low).toBeLessThan(figure?.value ?? 0);
      expect(figure?.interval?.high).toBeGreaterThan(figure?.value ?? 0);
    }
    expect(computeQuality(SAMPLE)).toEqual(quality);
  });

  it('says nothing of macro-F1 and alpha in small groups', () => {
    const [largest, smallest] = [quality.bySource[0], quality.bySource.at(-1)];
    expect(largest).toMatchObject({ name: 'Survey', n: 30 });
    expect(largest?.macroF1).not.toBeNull();
    expect(smallest).toMatchObject({ name: 'Reviews', n: 10, macroF1: null, alpha: null });
    expect(smallest?.accuracy?.value).toBe(1);
    expect(quality.byChannel.map(({ name, n }) => [name, n])).toEqual([
      ['Survey', 30],
      ['Review', 10],
    ]);
    expect(quality.byLanguage.map(({ key, n }) => [key, n])).toEqual([
      ['en', 30],
      ['fr', 6],
      ['unknown', 4],
    ]);
  });

  it('measures people against each other only where two have an opinion', () => {
    expect(quality.people).toEqual({ n: 4, alpha: null });
    const two = [
      ...makeManyJudged(15, { people: ['negative', 'negative'], engine: 'neutral' }),
      ...makeManyJudged(15, { people: ['positive', 'positive'], engine: 'neutral' }),
      ...makeManyJudged(9, { people: ['positive', 'no_opinion'], engine: 'neutral' }),
    ];
    expect(computeQuality(two).people).toEqual({ n: 30, alpha: { value: 1, interval: { low: 1, high: 1 } } });
    expect(computeQuality(two.slice(30)).people).toBeNull();
  });

  it('has no figures without labels', () => {
    expect(computeQuality([])).toMatchObject({
      labelled: 0,
      overall: { n: 0, accuracy: null, macroF1: null, alpha: null },
      people: null,
      versions: [],
    });
  });

  it('shows no number that its rows do not bear out', () => {
    const rows = (filter: JudgedFilter) => filterJudged(SAMPLE, filter).length;
    expect(rows({})).toBe(quality.labelled);
    expect(rows({ compared: '1' })).toBe(quality.overall.n);
    expect(rows({ right: '1' })).toBe(quality.overall.right);
    expect(rows({ right: '0' })).toBe(quality.overall.n - quality.overall.right);
    expect(rows({ person: 'no_opinion' })).toBe(quality.cannotTell);
    expect(rows({ compared: '1', channel: 'review' })).toBe(quality.byChannel[1]?.n);
    expect(rows({ compared: '1', source: 'Reviews' })).toBe(quality.bySource[1]?.n);
    expect(rows({ compared: '1', language: 'unknown' })).toBe(quality.byLanguage[2]?.n);
    expect(rows({ compared: '1', person: 'neutral', engine: 'negative' })).toBe(
      quality.confusion.get('neutral negative'),
    );
    expect(rows({ several: '1' })).toBe(quality.people?.n);
    for (const { tenth, n, right } of quality.reliability) {
      expect(rows({ tenth: String(tenth) })).toBe(n);
      expect(rows({ tenth: String(tenth), right: '1' })).toBe(right);
    }
    expect(rows({ compared: '1', version: 'engine-1' })).toBe(quality.versions[0]?.n);
  });
});

describe('settle', () => {
  const settled = (...people: Parameters<typeof makeJudged>[0]['people']) =>
    makeJudged({ people, engine: 'neutral' }).settled.answer;

  it('takes the label most people gave, and the first where two are level', () => {
    expect(settled('neutral', 'positive', 'positive')).toBe('positive');
    expect(settled('neutral', 'positive')).toBe('neutral');
    expect(settled('no_opinion', 'positive', 'no_opinion')).toBe('no_opinion');
  });
});
