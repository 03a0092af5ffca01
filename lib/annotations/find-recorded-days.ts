import type { Days } from '@/lib/annotations/period';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { hasOwnDay } from '@/lib/feedback/own-day';

/**
 * The first and last day of feedback and answers in the workspace, or null where there is none. Days to come count only
 * where there are no others: a mistyped date must not move every screen into the future.
 */
export async function findRecordedDays(scope: Scope): Promise<Days | null> {
  return findDays(scope, () => Prisma.sql`true`);
}

/** The same of rows with a day of their own: one given for all rows of a file begins and ends no history. */
export async function findDatedDays(scope: Scope): Promise<Days | null> {
  return findDays(scope, (at) => hasOwnDay(Prisma.sql`r`, at));
}

/** Of the rows, under the alias `r`, for whose moment the term holds. */
async function findDays(scope: Scope, isCounted: (at: Prisma.Sql) => Prisma.Sql): Promise<Days | null> {
  const ends = [
    endsOf(scope, Prisma.sql`feedback`, Prisma.sql`r.occurred_at`, isCounted),
    endsOf(scope, Prisma.sql`responses`, Prisma.sql`r.submitted_at`, isCounted),
  ];
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ from: string | null; to: string | null }[]>`
      WITH ends AS (${Prisma.join(ends, ' UNION ALL ')})
      SELECT to_char(min(first), 'YYYY-MM-DD') AS "from",
        to_char(coalesce(max(past), max(last)), 'YYYY-MM-DD') AS "to"
      FROM ends`,
  );
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}

/** One subquery for each end: each reads its index from one side, as far as the first row that counts. */
function endsOf(
  { workspaceId }: Scope,
  table: Prisma.Sql,
  at: Prisma.Sql,
  isCounted: (at: Prisma.Sql) => Prisma.Sql,
): Prisma.Sql {
  const counted = Prisma.sql`FROM ${table} r WHERE r.workspace_id = ${workspaceId}::uuid AND ${isCounted(at)}`;
  return Prisma.sql`SELECT
    (SELECT ${at} ${counted} ORDER BY ${at} LIMIT 1) AS first,
    (SELECT ${at} ${counted} ORDER BY ${at} DESC LIMIT 1) AS last,
    (SELECT ${at} ${counted} AND ${at} <= now() ORDER BY ${at} DESC LIMIT 1) AS past`;
}
