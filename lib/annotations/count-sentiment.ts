import type { Bucket } from '@/lib/annotations/buckets';
import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import { feedbackWhere, feltIn } from '@/lib/annotations/feedback-where';
import { startOf } from '@/lib/annotations/period';
import type { Scope } from '@/lib/db/scope';

/**
 * Statements by how they feel; `unjudged` are not read yet, or in a language that the engine does not support. They add
 * up to the count of the filter.
 */
export interface SentimentCounts {
  negative: number;
  neutral: number;
  positive: number;
  unjudged: number;
}

/**
 * Counts the statements of a filter by sentiment, about its theme where it names one, in each stretch of a period, in the order of `buckets`. The filter's
 * own days must be those of the buckets, so that the counts add up to its rows.
 */
export async function countSentiment(
  scope: Scope,
  filter: FeedbackFilter,
  buckets: readonly Bucket[],
): Promise<SentimentCounts[]> {
  const starts = buckets.map((bucket) => startOf(bucket.from));
  const rows = await scope.run(
    (db) => db.$queryRaw<{ bucket: number; label: keyof SentimentCounts; n: number }[]>`
      SELECT width_bucket(f.occurred_at, ${starts}::timestamptz[]) AS bucket,
        coalesce(${feltIn(scope.workspaceId, filter)}, 'unjudged') AS label, count(*)::int AS n
      FROM feedback f
      WHERE ${feedbackWhere(scope.workspaceId, filter)}
      GROUP BY 1, 2`,
  );
  const counts = buckets.map((): SentimentCounts => ({ negative: 0, neutral: 0, positive: 0, unjudged: 0 }));
  for (const { bucket, label, n } of rows) {
    const count = counts[bucket - 1];
    if (count) count[label] += n;
  }
  return counts;
}

/** The sum of several counts. */
export function sumSentiment(counts: readonly SentimentCounts[]): SentimentCounts & { all: number } {
  const sum = { negative: 0, neutral: 0, positive: 0, unjudged: 0, all: 0 };
  for (const count of counts) {
    for (const label of ['negative', 'neutral', 'positive', 'unjudged'] as const) {
      sum[label] += count[label];
      sum.all += count[label];
    }
  }
  return sum;
}
