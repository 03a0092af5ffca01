import { Estimate } from '@/components/ui/estimate';
import { TextLink } from '@/components/ui/text-link';
import { formatCount } from '@/lib/core/format';
import type { ShownScore } from '@/lib/impact/schema';

type Props = {
  score: ShownScore | null;
  name: string;
  /** It stands under another theme. */
  isPart: boolean;
  /** Opens what it rests on. */
  href: string;
};

/** Why nothing is said of what a theme does to NPS. */
export function noScoreReason(isPart: boolean): string {
  return isPart
    ? 'Fewer than two people who gave a score complain about it, or it is new since the last ranking'
    : 'Nobody, or everybody, who gave a score complains about it, or it is new since the last ranking';
}

/** What a theme does to NPS, in points, with its interval. */
export function ScoreImpact({ score, href, name, isPart }: Props) {
  if (!score) {
    return (
      <span className="text-ink-mute" title={noScoreReason(isPart)}>
        –<span className="sr-only">unknown: {noScoreReason(isPart)}</span>
      </span>
    );
  }
  return (
    <span className="inline-block">
      <Estimate
        value={tenth(score.impactPoints)}
        low={score.interval.low === null ? undefined : tenth(score.interval.low)}
        high={score.interval.high === null ? undefined : tenth(score.interval.high)}
        format={{ kind: 'decimal', digits: 1 }}
        stacked
      />
      <TextLink href={href} className="block text-sm font-normal">
        {formatCount(score.contactsWithTheme, 'person', 'people')}
        <span className="sr-only"> behind the NPS effect of {name}</span>
      </TextLink>
    </span>
  );
}

/** To one decimal, without a negative zero. */
export function tenth(points: number): number {
  return Math.round(points * 10) / 10 + 0;
}
