import type { ReactNode } from 'react';
import type { SeriesPoint, StackedBar, StackPart } from '@/components/charts/chart-types';
import { StackedBars } from '@/components/charts/stacked-bars';
import { TimeSeries } from '@/components/charts/time-series';
import { Card } from '@/components/ui/card';
import type { ValueFormat } from '@/components/ui/value-format';
import type { Bucket, BucketUnit } from '@/lib/annotations/buckets';
import type { SentimentCounts } from '@/lib/annotations/count-sentiment';
import { type FeedbackFilter, feedbackHref } from '@/lib/annotations/feedback-filter';
import type { Score } from '@/lib/responses/score-summary';

const UNITS: Record<BucketUnit, string> = {
  day: 'By day.',
  week: 'By week, named by its first day.',
  month: 'By month.',
  year: 'By year.',
};

type VolumeProps = {
  workspaceSlug: string;
  title?: string;
  filter: FeedbackFilter;
  unit: BucketUnit;
  buckets: Bucket[];
  counts: SentimentCounts[];
};

/** How much feedback there was over time, and how it felt. */
export function VolumeChart({
  workspaceSlug,
  title = 'Feedback by sentiment',
  filter,
  unit,
  buckets,
  counts,
}: VolumeProps) {
  const hasUnjudged = counts.some((count) => count.unjudged > 0);
  const parts: (StackPart & { own: FeedbackFilter })[] = [
    { label: 'Negative', tone: 'negative', own: { sentiment: 'negative' } },
    { label: 'Neutral', tone: 'neutral', own: { sentiment: 'neutral' } },
    { label: 'Positive', tone: 'positive', own: { sentiment: 'positive' } },
    ...(hasUnjudged ? [{ label: 'No sentiment', own: { unjudged: '1' as const } }] : []),
  ];
  const bars = buckets.map(({ label, from, to }, index): StackedBar => {
    const count = counts[index] ?? { negative: 0, neutral: 0, positive: 0, unjudged: 0 };
    return {
      label,
      counts: [count.negative, count.neutral, count.positive, ...(hasUnjudged ? [count.unjudged] : [])],
      href: feedbackHref(workspaceSlug, { ...filter, from, to }),
      partHrefs: parts.map(({ own }) => feedbackHref(workspaceSlug, { ...filter, ...own, from, to })),
    };
  });
  return (
    <Card>
      <StackedBars
        barHeader="When"
        title={title}
        description={UNITS[unit]}
        parts={parts}
        bars={bars}
        as="count"
      />
    </Card>
  );
}

type ScoreProps = {
  title: string;
  description?: ReactNode;
  unit: BucketUnit;
  buckets: Bucket[];
  scores: (Score | null)[];
  format: ValueFormat;
  hrefOf: (days: { from: string; to: string }) => string;
};

/** A score over time with its interval as a band; a stretch without answers is a gap. */
export function ScoreChart({ title, description, unit, buckets, scores, format, hrefOf }: ScoreProps) {
  const points = buckets.map(({ label, from, to }, index): SeriesPoint => {
    const score = scores[index];
    if (!score) return { label, value: null };
    return {
      label,
      value: score.value,
      low: score.interval?.low ?? null,
      high: score.interval?.high ?? null,
      n: score.n,
      href: hrefOf({ from, to }),
    };
  });
  return (
    <Card>
      <TimeSeries
        title={title}
        description={
          <>
            {UNITS[unit]} {description}
          </>
        }
        series={[{ label: title, points }]}
        format={format}
      />
    </Card>
  );
}
