import { describe, expect, it } from 'vitest';
import type { HeldOutVerdict, LanguageAdaptation } from '@/lib/nlp/adaptation/adapt-sentiment';
import { readConfidence } from '@/lib/nlp/polarity/confidence-curve';
import type { SentimentLabel } from '@/lib/nlp/sentiment';
import { judgeAdaptation } from './judge-adaptation';

const curve = { chances: [0.3, 0.9], shares: [0.3, 0.9] };
const shift = {
  buckets: new Uint32Array(),
  model: {
    bias: new Float32Array(3),
    dense: new Float32Array(3),
    sparse: new Int8Array(),
    sparseScale: 1,
  },
};

interface Part {
  count: number;
  truth: SentimentLabel;
  before: SentimentLabel;
  after: SentimentLabel;
  by?: 'label' | 'rating';
  chance?: number;
}

/** Each text of another person. */
function adaptation(...parts: Part[]): LanguageAdaptation {
  const heldOut = parts.flatMap(({ count, truth, before, after, by = 'label', chance = 0.7 }, part) =>
    Array.from(
      { length: count },
      (_, index): HeldOutVerdict => ({
        by,
        group: `${part} ${index}`,
        truth,
        before: { label: before, chance },
        after: { label: after, chance },
      }),
    ),
  );
  return { language: 'en', labels: heldOut.length, ratings: 0, heldOut, shift };
}
const verdictOf = (...parts: Part[]) => judgeAdaptation(adaptation(...parts), curve).report.verdict;

const right: Part = { count: 60, truth: 'negative', before: 'negative', after: 'negative' };
const mended: Part = { count: 20, truth: 'positive', before: 'negative', after: 'positive' };
const broken: Part = { count: 1, truth: 'positive', before: 'positive', after: 'negative' };

describe('judgeAdaptation', () => {
  it('uses what wins on held-out texts, and says by how much', () => {
    const { report, adapter } = judgeAdaptation(adaptation(right, mended, broken), curve);
    expect(report.verdict).toBe('used');
    expect(report.gain).toMatchObject({ by: 'label', n: 81, groups: 81 });
    expect(report.gain?.accuracyBefore).toBeCloseTo(61 / 81);
    expect(report.gain?.accuracyAfter).toBeCloseTo(80 / 81);
    expect(report.gain?.gain).toBeCloseTo(19 / 81);
    expect(report.gain?.low).toBeGreaterThan(0.1);
    expect(adapter?.shift).toBe(shift);
  });

  it('does not use what may be chance, or what is no better', () => {
    expect(verdictOf(right, { ...mended, count: 3 }, { ...broken, count: 2 })).toBe('within_error');
    expect(verdictOf(right)).toBe('not_better');
    expect(verdictOf(right, { ...mended, count: 3 }, { ...broken, count: 9 })).toBe('not_better');
  });

  it('does not use what wins on the common label and loses the rare ones', () => {
    expect(
      verdictOf(
        { count: 80, truth: 'negative', before: 'neutral', after: 'negative' },
        { count: 80, truth: 'negative', before: 'negative', after: 'negative' },
        { count: 9, truth: 'neutral', before: 'neutral', after: 'negative' },
        { count: 9, truth: 'positive', before: 'positive', after: 'negative' },
      ),
    ).toBe('rare_labels_worse');
  });

  it('is less sure of a gain that one person of many texts makes', () => {
    const one = adaptation(right, { ...mended, count: 30 });
    const heldOut = one.heldOut.map((verdict) =>
      verdict.truth === 'positive' ? { ...verdict, group: 'one person' } : verdict,
    );
    const [many, single] = [one, { ...one, heldOut }].map((each) => judgeAdaptation(each, curve).report.gain);
    expect(single?.gain).toBe(many?.gain);
    expect(single?.groups).toBe(61);
    expect(single?.standardError).toBeGreaterThan(4 * (many?.standardError ?? 1));
  });

  it('needs enough to judge by: labels first, ratings where there are few', () => {
    const few = { ...right, count: 10 };
    expect(verdictOf(few)).toBe('not_judged');
    const rated = { ...mended, count: 200, by: 'rating' as const };
    expect(judgeAdaptation(adaptation(few, rated), curve).report).toMatchObject({
      verdict: 'used',
      gain: { by: 'rating', n: 200 },
    });
    expect(verdictOf(right, rated)).toBe('not_better');
    expect(judgeAdaptation({ ...adaptation(right), shift: null }, curve).report.verdict).toBe('too_few');
  });

  it('bends the confidence to labels where that is nearer to the truth, also without a better opinion', () => {
    const wrong: Part = { count: 60, truth: 'positive', before: 'neutral', after: 'neutral', chance: 0.85 };
    const { report, adapter } = judgeAdaptation(adaptation({ ...right, chance: 0.85 }, wrong), curve);
    expect(report.verdict).toBe('not_better');
    expect(report.confidence).toMatchObject({ n: 120, isUsed: true });
    expect(report.confidence?.errorAfter).toBeLessThan(report.confidence?.errorBefore ?? 0);
    expect(adapter?.shift).toBeNull();
    expect(adapter?.confidence?.shares[1]).toBeLessThan(0.75);
  });

  it('bends the confidence also where so few labels prove nothing', () => {
    const { report, adapter } = judgeAdaptation(
      adaptation(
        { ...right, count: 38, chance: 0.85 },
        { ...mended, count: 12, after: 'negative', chance: 0.85 },
      ),
      curve,
    );
    const { errorBefore = 0, errorAfter = 0, isUsed } = report.confidence ?? {};
    // Less than the standard error of the mean over fifty texts.
    expect(errorBefore - errorAfter).toBeLessThan(0.015);
    expect(isUsed).toBe(true);
    expect(readConfidence(adapter?.confidence ?? curve, 0.85)).toBeLessThan(0.83);
  });

  it('takes an opinion of its own at its word, not at that of a model from elsewhere', () => {
    const sure = { ...right, count: 95, before: 'neutral', chance: 0.95 } as const;
    const timid = { chances: [0.3, 0.95], shares: [0.3, 0.6] };
    const { report, adapter } = judgeAdaptation(
      adaptation(sure, { ...broken, count: 5, chance: 0.95 }),
      timid,
    );
    expect(report.verdict).toBe('used');
    expect(readConfidence(adapter?.confidence ?? timid, 0.95)).toBeCloseTo(0.95, 1);
  });

  it('leaves a confidence that is true as it is', () => {
    const { report, adapter } = judgeAdaptation(
      adaptation({ ...right, count: 140 }, { ...mended, count: 60, after: 'negative' }),
      curve,
    );
    expect(report.confidence?.isUsed).toBe(false);
    expect(adapter).toBeNull();
  });
});
