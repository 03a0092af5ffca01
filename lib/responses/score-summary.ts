import { formatNumber } from '@/lib/core/format';
import type { ScoreCounts } from '@/lib/responses/count-scores';
import { computeMeanChange } from '@/lib/responses/mean-change';
import { computeShareChange } from '@/lib/responses/share-change';
import type { Interval } from '@/lib/stats/interval';
import { computeNps, countNps, type NpsCounts } from '@/lib/stats/nps';
import { computeNpsChange, describeNpsChange } from '@/lib/stats/nps-change';
import { computeMeanInterval } from '@/lib/stats/t-interval';
import { computeWilsonInterval } from '@/lib/stats/wilson-interval';

/** A score of some answers, in the unit of its metric, with its 95 % interval. */
export interface Score {
  value: number;
  /** Null where the spread is unknown: a mean of one answer. */
  interval: Interval | null;
  n: number;
}

/** How a score moved against another sample. */
export interface ScoreChange {
  change: number;
  interval: Interval;
  isDetectable: boolean;
  /** "down 9 points, more than chance explains", or "no detectable change". */
  words: string;
}

/** NPS in points (-100..100), CSAT and rating as the share 0..1 of their two best scores, CES as its mean (1..7). */
export type ScoreKind = 'nps' | 'topTwo' | 'mean';

const TOP_TWO_FROM = 4;

/** From so many answers on a score says something; from fewer no change is told. */
export const FEWEST_ANSWERS = 5;

/** The score of these answers, or null where there are none. */
export function computeScore(kind: ScoreKind, counts: ScoreCounts): Score | null {
  if (kind === 'nps') {
    const nps = computeNps(npsGroups(counts));
    return nps && { value: nps.npsPoints, interval: nps.interval, n: nps.n };
  }
  if (kind === 'topTwo') {
    const { successes, total } = topTwo(counts);
    const interval = computeWilsonInterval(successes, total);
    return interval && { value: successes / total, interval, n: total };
  }
  const mean = computeMeanInterval(valuesOf(counts));
  return mean && { value: mean.mean, interval: mean.interval, n: mean.n };
}

/** The change of a score from one sample to another, or null where it cannot be computed. */
export function computeScoreChange(
  kind: ScoreKind,
  before: ScoreCounts,
  after: ScoreCounts,
): ScoreChange | null {
  const isEnough = [before, after].every((counts) => valuesOf(counts).length >= FEWEST_ANSWERS);
  if (kind === 'nps') {
    const change = computeNpsChange(npsGroups(before), npsGroups(after));
    if (!change) return null;
    const { changePoints, interval } = change;
    const isDetectable = change.isDetectable && isEnough;
    return {
      change: changePoints,
      interval,
      isDetectable,
      words: qualify(isDetectable, describeNpsChange(change)),
    };
  }
  const change =
    kind === 'topTwo'
      ? computeShareChange(topTwo(before), topTwo(after))
      : computeMeanChange(valuesOf(before), valuesOf(after));
  if (!change) return null;
  const size =
    kind === 'topTwo'
      ? pointsOf(Math.round(100 * Math.abs(change.change)))
      : formatNumber(Math.abs(change.change), 2);
  const words = `${change.change > 0 ? 'up' : 'down'} ${size}`;
  const isDetectable = change.isDetectable && isEnough;
  return { ...change, isDetectable, words: qualify(isDetectable, words) };
}

/** Promoters, passives and detractors among the scores 0..10. */
export function npsGroups(counts: ScoreCounts): NpsCounts {
  return countNps(valuesOf(counts));
}

function topTwo(counts: ScoreCounts): { successes: number; total: number } {
  let [successes, total] = [0, 0];
  for (const [score, n] of counts) {
    total += n;
    if (score >= TOP_TWO_FROM) successes += n;
  }
  return { successes, total };
}

function valuesOf(counts: ScoreCounts): number[] {
  return [...counts].flatMap(([score, n]) => new Array<number>(n).fill(score));
}

function qualify(isDetectable: boolean, words: string): string {
  return isDetectable ? `${words}, more than chance explains` : 'no detectable change';
}

function pointsOf(points: number): string {
  return `${points} percentage ${points === 1 ? 'point' : 'points'}`;
}
