import { type Db, Prisma } from '@/lib/db/client';
import { rowByRow } from '@/lib/db/row-by-row';
import { areFewMarked, markedUnits, mentionRule, saidByAll, saidByMarked } from '@/lib/impact/marked-units';

/** A row of `unit_mentions`. */
export interface SaidUnit {
  unitId: string;
  hasAccount: boolean;
  said: string;
}

/**
 * What every unit said up to now: what is kept, and in its place what units say that were marked since, found anew and not kept.
 * Whoever looks at a page comes here, so nothing is written, and a ranking that is under way is not waited for.
 *
 * Marks and what is kept are read in one statement, that is, as of one moment. Where nothing is kept by today's query, or much is
 * marked, the rows themselves are read.
 */
export async function findUnitMentions(db: Db, workspaceId: string): Promise<SaidUnit[]> {
  const kept = await db.mentionRule.findUnique({ where: { workspaceId } });
  if (kept?.rule !== mentionRule(workspaceId) || !(await areFewMarked(db, workspaceId)))
    return db.$queryRaw`${selectUnits(saidByAll(workspaceId))}`;
  const marks = Prisma.sql`
    SELECT statement_id, unit_id FROM mention_marks WHERE workspace_id = ${workspaceId}::uuid`;
  return rowByRow(
    db,
    () => db.$queryRaw`
    WITH ${markedUnits(workspaceId, marks)}
    ${selectUnits(Prisma.sql`
      SELECT DISTINCT ON (unit_id) unit_id, has_account, said
      FROM (
        SELECT unit_id, has_account, said, false AS is_new FROM unit_mentions
        WHERE workspace_id = ${workspaceId}::uuid
        UNION ALL
        SELECT unit_id, has_account, said, true FROM (${saidByMarked(workspaceId)}) found) both_of_them
      ORDER BY unit_id, is_new DESC`)}`,
  );
}

function selectUnits(units: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT unit_id::text AS "unitId", has_account AS "hasAccount", said FROM (${units}) unit
    WHERE said <> '' ORDER BY unit_id`;
}
