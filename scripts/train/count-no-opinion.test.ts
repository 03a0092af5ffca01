import { describe, expect, it } from 'vitest';
import { hasDataSets } from '@/lib/core/testing/data-sets';
import { NO_OPINION_CONFIDENCE } from '@/lib/nlp/polarity/judge-sentiment';
import { computeWilsonInterval } from '@/lib/stats/wilson-interval';
import { countNoOpinion } from './count-no-opinion';

describe.runIf(hasDataSets('answers without an opinion'))('answers that are taken to hold no opinion', () => {
  it('are as sure to be neutral as the labelled files prove at the least', () => {
    const ofWords = countNoOpinion().filter(({ isOfWords }) => isOfWords);
    const sum = (count: (of: (typeof ofWords)[number]) => number) =>
      ofWords.reduce((total, one) => total + count(one), 0);
    expect(sum(({ texts }) => texts)).toBe(36_681);
    expect([sum(({ neutral }) => neutral), sum(({ noOpinion }) => noOpinion)]).toEqual([9, 16]);
    const interval = computeWilsonInterval(9, 16);
    expect(Math.round(100 * (interval?.low ?? 0)) / 100).toBe(NO_OPINION_CONFIDENCE);
  });
});
