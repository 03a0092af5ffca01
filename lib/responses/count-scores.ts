import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { ResponseFilter } from '@/lib/responses/response-filter';
import { answerTerms, person, responseWhere } from '@/lib/responses/response-where';
import type { Metric } from '@/lib/responses/schema';

/** How many answers gave each score. */
export type ScoreCounts = ReadonlyMap<number, number>;

/** The answers of a filter by score. */
export async function countScores(scope: Scope, filter: ResponseFilter): Promise<ScoreCounts> {
  const rows = await scope.run(
    (db) => db.$queryRaw<{ score: number; n: number }[]>`
      SELECT w.score, count(*)::int AS n
      FROM answers w JOIN responses r ON r.workspace_id = w.workspace_id AND r.id = w.response_id
      WHERE ${responseWhere(scope.workspaceId, filter)}
      GROUP BY w.score`,
  );
  return new Map(rows.map(({ score, n }) => [score, n]));
}

/**
 * The answers of a filter by score in each stretch of time that begins at one of `starts`, in their order. With
 * `latest` a person counts once in each stretch, as the filter would count them with that stretch's days.
 */
export async function countScoresOverTime(
  scope: Scope,
  filter: ResponseFilter,
  starts: readonly Date[],
): Promise<ScoreCounts[]> {
  const once = filter.latest
    ? Prisma.sql`SELECT DISTINCT ON (bucket, person) bucket, score FROM placed
        ORDER BY bucket, person, answered_at DESC, id DESC`
    : Prisma.sql`SELECT bucket, score FROM placed`;
  const rows = await scope.run(
    (db) => db.$queryRaw<{ bucket: number; score: number; n: number }[]>`
      WITH placed AS (
        SELECT width_bucket(w.answered_at, ${[...starts]}::timestamptz[]) AS bucket, ${person} AS person, w.score,
          w.answered_at, w.id
        FROM answers w JOIN responses r ON r.workspace_id = w.workspace_id AND r.id = w.response_id
        WHERE ${answerTerms(scope.workspaceId, filter)}
      ), counted AS (${once})
      SELECT bucket, score, count(*)::int AS n FROM counted GROUP BY bucket, score`,
  );
  const counts = starts.map(() => new Map<number, number>());
  for (const { bucket: position, score, n } of rows) counts[position - 1]?.set(score, n);
  return counts;
}

/** The metrics that the workspace has answers to. */
export async function findMetrics(scope: Scope): Promise<Metric[]> {
  const rows = await scope.run(
    (db) => db.$queryRaw<{ metric: Metric }[]>`
      SELECT m.metric::text AS metric FROM unnest(enum_range(NULL::metric)) AS m (metric)
      WHERE EXISTS (
        SELECT 1 FROM answers w
        WHERE w.workspace_id = ${scope.workspaceId}::uuid AND w.metric = m.metric AND w.score IS NOT NULL)
      ORDER BY m.metric`,
  );
  return rows.map(({ metric }) => metric);
}
