import type { Days } from '@/lib/annotations/period';
import type { Scope } from '@/lib/db/scope';

/**
 * The first and last day of feedback and answers in the workspace, or null where there is none. Days to come count only
 * where there are no others: a mistyped date must not move every screen into the future.
 */
export async function findRecordedDays(scope: Scope): Promise<Days | null> {
  const { workspaceId } = scope;
  // One subquery for each end: each reads one entry of an index.
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ from: string | null; to: string | null }[]>`
      WITH ends AS (
        SELECT
          (SELECT min(occurred_at) FROM feedback WHERE workspace_id = ${workspaceId}::uuid) AS first,
          (SELECT max(occurred_at) FROM feedback WHERE workspace_id = ${workspaceId}::uuid) AS last,
          (SELECT max(occurred_at) FROM feedback
            WHERE workspace_id = ${workspaceId}::uuid AND occurred_at <= now()) AS past
        UNION ALL
        SELECT
          (SELECT min(submitted_at) FROM responses WHERE workspace_id = ${workspaceId}::uuid),
          (SELECT max(submitted_at) FROM responses WHERE workspace_id = ${workspaceId}::uuid),
          (SELECT max(submitted_at) FROM responses
            WHERE workspace_id = ${workspaceId}::uuid AND submitted_at <= now())
      )
      SELECT to_char(min(first), 'YYYY-MM-DD') AS "from",
        to_char(coalesce(max(past), max(last)), 'YYYY-MM-DD') AS "to"
      FROM ends`,
  );
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}
