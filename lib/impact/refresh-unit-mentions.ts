import { sha256 } from '@/lib/core/ids';
import { type Db, Prisma } from '@/lib/db/client';
import { rowByRow } from '@/lib/db/row-by-row';
import { saidByStatement, saidByUnit } from '@/lib/impact/said-by-statement';

/** Above one mark for so many units kept, one look at everything takes less than looking for each of them. */
const UNITS_A_MARK = 4;

/**
 * Brings what is kept of each unit's problem mentions (`unit_mentions`) up to date: only units that were marked since are found anew, all
 * of them in the first run and after a release that asks otherwise.
 *
 * Triggers mark statements and units within the transaction that changes them (migration 0037), so a mark is seen if and only if
 * the change is. Marks are taken and units found in one statement, that is, as of one moment: what is committed later keeps its mark
 * for the next run. One run of a workspace refreshes at a time; writers wait for none and hold up none.
 * @returns how many units were found anew.
 */
export async function refreshUnitMentions(db: Db, workspaceId: string): Promise<number> {
  const rule = sha256(saidByUnit(everything(workspaceId)).sql);
  const kept = await holdKept(db, workspaceId);
  if (kept === rule && (await areFewMarked(db, workspaceId))) return refreshMarked(db, workspaceId);
  await db.$executeRaw`
    UPDATE mention_rules SET rule = ${rule} WHERE workspace_id = ${workspaceId}::uuid`;
  return refreshAll(db, workspaceId);
}

/** Forgets at once what is kept of a unit of which no statement is left, as of a person who is erased. */
export async function forgetUnit(
  db: Db,
  { workspaceId, unitId }: { workspaceId: string; unitId: string },
): Promise<void> {
  // A run that still sees the statements would keep the unit once more.
  await holdKept(db, workspaceId);
  await db.unitMentions.deleteMany({ where: { workspaceId, unitId } });
  await db.mentionMark.deleteMany({ where: { workspaceId, unitId } });
}

/** Holds what is kept until the transaction ends. @returns by which query it was found, empty before the first run. */
async function holdKept(db: Db, workspaceId: string): Promise<string> {
  await db.$executeRaw`
    INSERT INTO mention_rules (workspace_id, rule) VALUES (${workspaceId}::uuid, '') ON CONFLICT DO NOTHING`;
  const [kept] = await db.$queryRaw<{ rule: string }[]>`
    SELECT rule FROM mention_rules WHERE workspace_id = ${workspaceId}::uuid FOR UPDATE`;
  return kept?.rule ?? '';
}

async function areFewMarked(db: Db, workspaceId: string): Promise<boolean> {
  const [counts] = await db.$queryRaw<{ marked: number; kept: number }[]>`
    SELECT
      (SELECT count(DISTINCT coalesce(statement_id, unit_id))::int FROM mention_marks
        WHERE workspace_id = ${workspaceId}::uuid) AS marked,
      (SELECT count(*)::int FROM unit_mentions WHERE workspace_id = ${workspaceId}::uuid) AS kept`;
  return counts !== undefined && counts.marked * UNITS_A_MARK <= counts.kept;
}

async function refreshAll(db: Db, workspaceId: string): Promise<number> {
  await db.$executeRaw`DELETE FROM unit_mentions WHERE workspace_id = ${workspaceId}::uuid`;
  return db.$executeRaw`
    WITH taken AS (DELETE FROM mention_marks WHERE workspace_id = ${workspaceId}::uuid)
    INSERT INTO unit_mentions (workspace_id, unit_id, has_account, said)
    SELECT ${workspaceId}::uuid, unit_id, has_account, said FROM (${saidByUnit(everything(workspaceId))}) found`;
}

function everything(workspaceId: string): Prisma.Sql {
  return saidByStatement(workspaceId, {
    statements: Prisma.sql`feedback`,
    condition: Prisma.sql`true`,
  });
}

/** Few units, each by its own rows. One without any keeps an empty line for as long as the statement takes. */
async function refreshMarked(db: Db, workspaceId: string): Promise<number> {
  const count = await rowByRow(
    db,
    () => db.$executeRaw`
    WITH taken AS (
        DELETE FROM mention_marks WHERE workspace_id = ${workspaceId}::uuid RETURNING statement_id, unit_id),
      stale AS MATERIALIZED (
        SELECT unit_id FROM taken WHERE unit_id IS NOT NULL
        UNION
        SELECT coalesce(f.account_id, f.contact_id, f.id) FROM (SELECT DISTINCT statement_id FROM taken) t
          JOIN feedback f ON f.workspace_id = ${workspaceId}::uuid AND f.id = t.statement_id),
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
            AND f.account_id IS NULL AND f.contact_id IS NULL)
    INSERT INTO unit_mentions AS kept (workspace_id, unit_id, has_account, said)
    SELECT ${workspaceId}::uuid, unit_id, has_account, said
    FROM (${saidByUnit(Prisma.sql`
      ${saidByStatement(workspaceId, { statements: Prisma.sql`own`, condition: Prisma.sql`true` })}
      UNION ALL
      SELECT unit_id, false, NULL FROM stale`)}) found
    ON CONFLICT (workspace_id, unit_id) DO UPDATE SET has_account = excluded.has_account, said = excluded.said`,
  );
  // Who said nothing, or nothing any more.
  await db.$executeRaw`DELETE FROM unit_mentions WHERE workspace_id = ${workspaceId}::uuid AND said = ''`;
  return count;
}
