import type { Interval } from '@/lib/stats/interval';
import { Z_95 } from '@/lib/stats/normal';

/** How many answers of 0..10 fall in each group of the Net Promoter question. */
export interface NpsCounts {
  /** 9 and 10 */
  promoters: number;
  /** 7 and 8 */
  passives: number;
  /** 0 to 6 */
  detractors: number;
}

/** A Net Promoter Score with what is needed to judge it. */
export interface Nps {
  /** -100..100 */
  npsPoints: number;
  interval: Interval;
  n: number;
}

/** What one score of 0..10 adds to the sum of promoters minus detractors: 1, 0 or -1. */
export function npsSign(score: number): 1 | 0 | -1 {
  if (score >= 9) return 1;
  return score >= 7 ? 0 : -1;
}

/** Counts scores of 0..10 into the three groups. */
export function countNps(scores: Iterable<number>): NpsCounts {
  const counts: NpsCounts = { promoters: 0, passives: 0, detractors: 0 };
  for (const score of scores) {
    const sign = npsSign(score);
    if (sign === 1) counts.promoters++;
    else if (sign === 0) counts.passives++;
    else counts.detractors++;
  }
  return counts;
}

/**
 * Mean (-1..1) of promoters minus detractors and the squared standard error of that mean. `added` is put on top of the promoters and of
 * the detractors: 0 is the plain Wald form; 1 is the adjusted one of Bonett & Price 2012, honest for few answers.
 */
export function computeNpsMoments(counts: NpsCounts, added: 0 | 1): { mean: number; variance: number } {
  const n = counts.promoters + counts.passives + counts.detractors + 2 * added;
  const promoterShare = (counts.promoters + added) / n;
  const detractorShare = (counts.detractors + added) / n;
  const mean = promoterShare - detractorShare;
  return { mean, variance: Math.max(0, promoterShare + detractorShare - mean * mean) / n };
}

/**
 * Net Promoter Score in points (-100..100): 100 x (promoters - detractors) / answers, with the adjusted Wald interval of
 * Bonett & Price 2012 (one added to promoters and to detractors), clamped to -100..100. Null without answers.
 */
export function computeNps(counts: NpsCounts): Nps | null {
  const n = counts.promoters + counts.passives + counts.detractors;
  if (n === 0) return null;
  const { mean, variance } = computeNpsMoments(counts, 1);
  const margin = Z_95 * Math.sqrt(variance);
  return {
    npsPoints: (100 * (counts.promoters - counts.detractors)) / n,
    interval: { low: Math.max(-100, 100 * (mean - margin)), high: Math.min(100, 100 * (mean + margin)) },
    n,
  };
}
