import { TextLink } from '@/components/ui/text-link';
import { formatCount, formatNumber, formatPoints } from '@/lib/core/format';
import { roundTo } from '@/lib/core/round-to-sum';
import type { NamedChange } from '@/lib/impact/find-score-change';
import type { ScoreReport } from '@/lib/responses/find-score-report';
import { scales } from '@/lib/responses/schema';
import type { DrivenMetric } from '@/lib/stats/answer-value';
import { describeMoves } from './round-changes';

type Props = {
  metric: DrivenMetric;
  report: ScoreReport;
  /** In each of the two stretches. */
  days: number;
  hrefBefore: string;
  hrefNow: string;
  /** What each theme adds to the change. */
  rows: readonly NamedChange[];
};

/** How a score moved, whether that is more than chance, and the answers of both stretches. */
export function ScoreMoved(props: Props) {
  const { metric, days, hrefBefore, hrefNow, rows } = props;
  const { score, before, change } = props.report;
  if (!score || !before || !change) return null;
  const level = (value: number) =>
    metric === 'nps' ? formatPoints(value, 1) : `${formatNumber(100 * value, 1)}%`;
  const shown = (value: number) => roundTo(metric === 'nps' ? value : 100 * value, 1);
  const points = (difference: number) => formatPoints(metric === 'nps' ? difference : 100 * difference, 1);
  return (
    <p className="max-w-prose">
      {scales[metric].name} went from {level(before.value)} (
      <TextLink href={hrefBefore}>{formatCount(before.n, 'answer')}</TextLink> in the{' '}
      {formatCount(days, 'day')} before) to {level(score.value)} (
      <TextLink href={hrefNow}>{formatCount(score.n, 'answer')}</TextLink>
      ):{' '}
      <strong>
        {formatPoints(shown(score.value) - shown(before.value), 1)}{' '}
        {metric === 'nps' ? 'points' : 'percentage points'}
      </strong>
      , 95% interval {points(change.interval.low)} to {points(change.interval.high)}
      {change.isDetectable ? '' : ', no detectable change'}. The rows add up to it as shown.{' '}
      {describeMoves(rows)}
    </p>
  );
}
