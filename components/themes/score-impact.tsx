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
      value={score.impactPoints}
      low={score.interval.low ?? undefined}
      high={score.interval.high ?? undefined}
      format={{ kind: 'decimal', digits: 1 }}
      stacked
    />
  );
}
