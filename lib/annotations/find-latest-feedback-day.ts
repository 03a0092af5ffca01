import type { Scope } from '@/lib/db/scope';

const MS_PER_DAY = 86_400_000;

/**
 * The day of the workspace's latest feedback, at midnight UTC: sample data and old imports end in the past. Later than
 * today only where all feedback is; null where there is none.
 */
export async function findLatestFeedbackDay(scope: Scope, now: Date): Promise<Date | null> {
  const { workspaceId } = scope;
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ latest: Date | null }[]>`
      SELECT coalesce(
        (SELECT max(occurred_at) FROM feedback WHERE workspace_id = ${workspaceId}::uuid AND occurred_at <= ${now}),
        (SELECT max(occurred_at) FROM feedback WHERE workspace_id = ${workspaceId}::uuid)) AS latest`,
  );
  return row?.latest ? new Date(Math.floor(row.latest.getTime() / MS_PER_DAY) * MS_PER_DAY) : null;
}
