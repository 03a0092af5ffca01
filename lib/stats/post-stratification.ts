import type { Interval } from '@/lib/stats/interval';
import { Z_95 } from '@/lib/stats/normal';
import { tQuantile } from '@/lib/stats/t-interval';

/** A part of those who were asked, and what those of them who answered said. */
export interface Stratum {
  name: string;
  /** How many were asked: what the parts are weighted by. */
  asked: number;
  /** How many answers have each value. */
  values: ReadonlyMap<number, number>;
}

/**
 * `net` is the mean of 1, 0 and -1 (NPS: promoters minus detractors, -1..1), `share` that of 1 and 0 (CSAT: 0..1), `mean` that
 * of values on any scale (CES: 1..7).
 */
export type StratifiedKind = 'net' | 'share' | 'mean';

/** Why nothing is weighted. */
export type WeightingGap =
  /** There are not two parts to weigh against each other. */
  | { why: 'one_part' }
  /** A part of those asked has fewer answers than {@link FEWEST_IN_STRATUM}: they cannot speak for it. */
  | { why: 'few_answers'; name: string; answers: number }
  /** Answers of a part that nobody was asked in: nothing says how much it weighs. */
  | { why: 'not_asked'; name: string; answers: number };

export interface PostStratified {
  /** In the unit of the kind. */
  estimate: number;
  interval: Interval;
  n: number;
  /** At least 1: so many times the variance of an equally weighted sample of the same size, by the weights alone. */
  designEffect: number;
  /** Answers that an equally weighted sample would need to say as much: n / design effect. */
  effectiveN: number;
  strata: { name: string; asked: number; answers: number; weight: number }[];
}

/** Answers added at each end of the scale, and where it ends. */
const ADDED: Record<StratifiedKind, number> = { net: 1, share: 2, mean: 0 };
const BOUNDS: Record<StratifiedKind, readonly [number, number]> = {
  net: [-1, 1],
  share: [0, 1],
  mean: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
};

/** Answers that a part needs before they are taken for all of it. */
export const FEWEST_IN_STRATUM = 10;

/**
 * The mean of answers weighted so that each part counts by its share of those who were asked instead of those who answered
 * (post-stratification). Weight of an answer in part h: (asked_h / asked) / (n_h / n).
 *
 * Estimate: sum of W_h mean_h with W_h = asked_h / asked. Its variance is that given the n_h, sum of W_h^2 s_h^2 / n_h
 * (Holt & Smith 1979, "Post Stratification", JRSS A 142; Cochran 1977, 5A.9). The interval is the Wald interval after
 * answers were added at both ends, shared equally among the parts: 1 to each for `net` (Bonett & Price 2012) and 2 to each
 * for `share` (Price & Bonett 2004, linear functions of proportions), so that unanimous parts do not look certain. For
 * `mean` no answer is added, and the quantile is that of t with the degrees of freedom of Satterthwaite (1946). Design
 * effect: n sum(w^2) / (sum w)^2 = 1 + CV^2 of the weights (Kish 1965, 11.7; 1992).
 *
 * It corrects for who answered only as far as the parts differ; within a part those who answered stand for all.
 */
export function computePostStratified(
  strata: readonly Stratum[],
  kind: StratifiedKind,
): { result: PostStratified; gap: null } | { result: null; gap: WeightingGap } {
  const parts = strata
    .map((stratum) => ({ ...stratum, answers: momentsOf(stratum.values).n }))
    .filter(({ asked, answers }) => asked + answers > 0);
  const gap = findGap(parts);
  if (gap) return { result: null, gap };
  const asked = parts.reduce((sum, part) => sum + part.asked, 0);
  const n = parts.reduce((sum, part) => sum + part.answers, 0);
  const added = ADDED[kind] / parts.length;
  let [estimate, centre, variance, squaredWeights, squaredVariances] = [0, 0, 0, 0, 0];
  const weighted = parts.map((part) => {
    const { answers } = part;
    const share = part.asked / asked;
    const weight = share / (answers / n);
    const adjusted = adjust(part.values, kind, added);
    const partVariance = share * share * adjusted.variance;
    estimate += share * momentsOf(part.values).mean;
    centre += share * adjusted.mean;
    variance += partVariance;
    squaredVariances += partVariance ** 2 / (answers - 1);
    squaredWeights += answers * weight * weight;
    return { name: part.name, asked: part.asked, answers, weight };
  });
  const isOfT = kind === 'mean' && variance > 0;
  const quantile = isOfT ? tQuantile(0.975, variance ** 2 / squaredVariances) : Z_95;
  const margin = quantile * Math.sqrt(variance);
  const [lowest, highest] = BOUNDS[kind];
  const designEffect = squaredWeights / n;
  return {
    result: {
      ...{ estimate, n, designEffect, effectiveN: n / designEffect, strata: weighted },
      interval: { low: Math.max(lowest, centre - margin), high: Math.min(highest, centre + margin) },
    },
    gap: null,
  };
}

function findGap(parts: readonly { name: string; asked: number; answers: number }[]): WeightingGap | null {
  if (parts.length < 2) return { why: 'one_part' };
  const notAsked = parts.find(({ asked }) => asked === 0);
  if (notAsked) return { why: 'not_asked', name: notAsked.name, answers: notAsked.answers };
  const few = parts.find(({ answers }) => answers < FEWEST_IN_STRATUM);
  return few ? { why: 'few_answers', name: few.name, answers: few.answers } : null;
}

/** Mean and squared standard error of a part with `added` answers at each end of the scale. */
function adjust(values: ReadonlyMap<number, number>, kind: StratifiedKind, added: number) {
  const adjusted = new Map(values);
  if (added > 0) {
    for (const end of BOUNDS[kind]) adjusted.set(end, (adjusted.get(end) ?? 0) + added);
  }
  const { n, mean, squares } = momentsOf(adjusted);
  const spread = Math.max(0, squares / n - mean * mean);
  return { mean, variance: kind === 'mean' ? spread / (n - 1) : spread / n };
}

function momentsOf(values: ReadonlyMap<number, number>): { n: number; mean: number; squares: number } {
  let [n, sum, squares] = [0, 0, 0];
  for (const [value, count] of values) {
    n += count;
    sum += value * count;
    squares += value * value * count;
  }
  return { n, mean: sum / n, squares };
}
