import type { Bucket } from '@/lib/annotations/buckets';
import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import { startOf } from '@/lib/annotations/period';
import type { Scope } from '@/lib/db/scope';

/** Statements by how they feel; `unread` are those the engine has not come to. They add up to the filter's count. */
export interface SentimentCounts {
  negative: number;
  neutral: number;
  positive: number;
  unread: number;
}

/**
 * Counts the statements of a filter by sentiment in each stretch of a period, in the order of `buckets`. The filter's
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
        coalesce(f.sentiment_label::text, 'unread') AS label, count(*)::int AS n
      FROM feedback f
      WHERE ${feedbackWhere(scope.workspaceId, filter)}
      GROUP BY 1, 2`,
  );
  const counts = buckets.map((): SentimentCounts => ({ negative: 0, neutral: 0, positive: 0, unread: 0 }));
  for (const { bucket, label, n } of rows) {
    const count = counts[bucket - 1];
    if (count) count[label] += n;
  }
  return counts;
}

/** The sum of several counts. */
export function sumSentiment(counts: readonly SentimentCounts[]): SentimentCounts & { all: number } {
  const sum = { negative: 0, neutral: 0, positive: 0, unread: 0, all: 0 };
  for (const count of counts) {
    for (const label of ['negative', 'neutral', 'positive', 'unread'] as const) {
      sum[label] += count[label];
      sum.all += count[label];
    }
  }
  return sum;
}
