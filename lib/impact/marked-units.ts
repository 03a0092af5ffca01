import { sha256 } from '@/lib/core/ids';
import { type Db, Prisma } from '@/lib/db/client';
import { saidByStatement, saidByUnit } from '@/lib/impact/said-by-statement';

/** Above one mark for so many units kept, one look at everything takes less than looking for each of them. */
const UNITS_A_MARK = 4;

/** What every unit said, from the rows themselves. */
export function saidByAll(workspaceId: string): Prisma.Sql {
  const everything = { statements: Prisma.sql`feedback`, condition: Prisma.sql`true` };
  return saidByUnit(saidByStatement(workspaceId, everything));
}

/** Stands beside what is kept, so that a release that asks otherwise uses none of it. */
export function mentionRule(workspaceId: string): string {
  return sha256(saidByAll(workspaceId).sql);
}

export async function areFewMarked(db: Db, workspaceId: string): Promise<boolean> {
  const [counts] = await db.$queryRaw<{ marked: number; kept: number }[]>`
    SELECT
      (SELECT count(DISTINCT coalesce(statement_id, unit_id))::int FROM mention_marks
        WHERE workspace_id = ${workspaceId}::uuid) AS marked,
      (SELECT count(*)::int FROM unit_mentions WHERE workspace_id = ${workspaceId}::uuid) AS kept`;
  return counts !== undefined && counts.marked * UNITS_A_MARK <= counts.kept;
}

/**
 * Units that marks name and their statements, as what follows `WITH`; read by {@link saidByMarked}. To be run within `rowByRow`.
 * @param marks a statement that takes or reads marks
 */
export function markedUnits(workspaceId: string, marks: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    marks AS (${marks}),
    stale AS MATERIALIZED (
      SELECT unit_id FROM marks WHERE unit_id IS NOT NULL
      UNION
      SELECT coalesce(f.account_id, f.contact_id, f.id) FROM (SELECT DISTINCT statement_id FROM marks) m
        JOIN feedback f ON f.workspace_id = ${workspaceId}::uuid AND f.id = m.statement_id),
    own AS (
      SELECT f.workspace_id, f.id, f.account_id, f.contact_id, f.occurred_at FROM stale
        JOIN feedback f ON f.workspace_id = ${workspaceId}::uuid AND f.account_id = stale.unit_id
      UNION ALL
      SELECT f.workspace_id, f.id, f.account_id, f.contact_id, f.occurred_at FROM stale
        JOIN feedback f ON f.workspace_id = ${workspaceId}::uuid AND f.contact_id = stale.unit_id
          AND f.account_id IS NULL
      UNION ALL
      SELECT f.workspace_id, f.id, f.account_id, f.contact_id, f.occurred_at FROM stale
        JOIN feedback f ON f.workspace_id = ${workspaceId}::uuid AND f.id = stale.unit_id
          AND f.account_id IS NULL AND f.contact_id IS NULL)`;
}

/** What each of {@link markedUnits} says now, each by its own rows; one that says nothing any more has an empty line. */
export function saidByMarked(workspaceId: string): Prisma.Sql {
  return saidByUnit(Prisma.sql`
    ${saidByStatement(workspaceId, { statements: Prisma.sql`own`, condition: Prisma.sql`true` })}
    UNION ALL
    SELECT unit_id, false, NULL FROM stale`);
}
