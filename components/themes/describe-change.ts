import type { ThemeFigures } from '@/lib/annotations/find-theme-figures';
import { FEWEST_COMMENTS_BEFORE } from '@/lib/annotations/share-change';
import { formatNumber, formatPercent } from '@/lib/core/format';
import { describeChance, formatProbability } from '@/lib/stats/describe-chance';

export interface ChangeInWords {
  text: string;
  /** The figures behind the words. */
  figures: string | null;
  direction: 'up' | 'down' | 'flat';
}

/** From this q value on a change may well be chance. */
const DETECTABLE = 0.05;

/** How a theme's share of comments moved, in words that say no more than the test does. */
export function describeChange({ change, share }: Pick<ThemeFigures, 'change' | 'share'>): ChangeInWords {
  if (!change || share === null) return { text: 'Nothing to compare with', figures: null, direction: 'flat' };
  if (change.commentsBefore < FEWEST_COMMENTS_BEFORE) {
    return { text: 'Not enough feedback before to compare', figures: null, direction: 'flat' };
  }
  const { ratio, interval, qValue, shareBefore } = change;
  const range = `${formatNumber(interval.low, 2)} to ${interval.high === null ? 'unbounded' : formatNumber(interval.high, 2)}`;
  const figures = `${formatPercent(share)} of comments, ${formatPercent(shareBefore)} before; ratio ${ratio === null ? 'unbounded' : formatNumber(ratio, 2)} (${range}), ${describeChance(qValue)}, ${formatProbability('q', qValue)}`;
  if (qValue >= DETECTABLE) return { text: 'No detectable change', figures, direction: 'flat' };
  if (ratio === null) return { text: 'New in this period', figures, direction: 'up' };
  if (ratio === 0) return { text: 'Gone in this period', figures, direction: 'down' };
  return ratio > 1
    ? { text: `Up ${formatNumber(ratio, 1)} times`, figures, direction: 'up' }
    : { text: `Down to ${formatPercent(ratio)}`, figures, direction: 'down' };
}
