import { Estimate } from '@/components/ui/estimate';
import type { ImpactDetails } from '@/lib/impact/schema';

/** What a theme does to NPS, in points, with its interval. */
export function ScoreImpact({ score }: { score: ImpactDetails['score'] }) {
  if (!score) {
    return (
      <span className="text-ink-mute" title="Nobody, or everybody, who gave a score complains about it">
        –<span className="sr-only">unknown: nobody, or everybody, who gave a score complains about it</span>
      </span>
    );
  }
  return (
    <Estimate
      value={tenth(score.impactPoints)}
      low={score.interval.low === null ? undefined : tenth(score.interval.low)}
      high={score.interval.high === null ? undefined : tenth(score.interval.high)}
      format={{ kind: 'decimal', digits: 1 }}
      stacked
    />
  );
}

/** To one decimal, without a negative zero. */
export function tenth(points: number): number {
  return Math.round(points * 10) / 10 + 0;
}
