import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import type { Days } from '@/lib/annotations/period';
import type { Scope } from '@/lib/db/scope';

/** The first and the last day of the feedback of a filter, or null where it has none. */
export async function findFeedbackDays(scope: Scope, filter: FeedbackFilter): Promise<Days | null> {
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ from: string | null; to: string | null }[]>`
      SELECT to_char(min(f.occurred_at), 'YYYY-MM-DD') AS "from", to_char(max(f.occurred_at), 'YYYY-MM-DD') AS "to"
      FROM feedback f WHERE ${feedbackWhere(scope.workspaceId, filter)}`,
  );
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}
