import { TextLink } from '@/components/ui/text-link';
import { formatCount, formatPoints } from '@/lib/core/format';
import type { ScoreReport } from '@/lib/responses/find-score-report';

type Props = {
  report: ScoreReport;
  /** In each of the two stretches. */
  days: number;
  hrefBefore: string;
  hrefNow: string;
};

/** How NPS moved, whether that is more than chance, and the answers of both stretches. */
export function ScoreMoved({ report: { score, before, change }, days, hrefBefore, hrefNow }: Props) {
  if (!score || !before || !change) return null;
  return (
    <p className="max-w-prose">
      NPS went from {formatPoints(before.value, 1)} (
      <TextLink href={hrefBefore}>{formatCount(before.n, 'answer')}</TextLink> in the{' '}
      {formatCount(days, 'day')} before) to {formatPoints(score.value, 1)} (
      <TextLink href={hrefNow}>{formatCount(score.n, 'answer')}</TextLink>
      ): <strong>{formatPoints(change.change, 1)} points</strong>, 95% interval{' '}
      {formatPoints(change.interval.low, 1)} to {formatPoints(change.interval.high, 1)}
      {change.isDetectable ? '' : ', no detectable change'}. The rows add up to it exactly.
    </p>
  );
}
