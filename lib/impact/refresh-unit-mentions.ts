import { type Db, Prisma } from '@/lib/db/client';
import { rowByRow } from '@/lib/db/row-by-row';
import { areFewMarked, markedUnits, mentionRule, saidByAll, saidByMarked } from '@/lib/impact/marked-units';

/**
 * Brings what is kept of each unit's problem mentions (`unit_mentions`) up to date: only units that were marked since are found anew, all
 * of them in the first run and after a release that asks otherwise.
 *
 * Triggers mark statements and units within the transaction that changes them (migration 0037), so a mark is seen if and only if
 * the change is. Marks are taken and units found in one statement, that is, as of one moment: what is committed later keeps its mark
 * for the next run. One run of a workspace refreshes at a time; writers and readers (`find-unit-mentions.ts`) wait for none and hold up
 * none.
 * @returns how many units were found anew.
 */
export async function refreshUnitMentions(db: Db, workspaceId: string): Promise<number> {
  const rule = mentionRule(workspaceId);
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

async function refreshAll(db: Db, workspaceId: string): Promise<number> {
  await db.$executeRaw`DELETE FROM unit_mentions WHERE workspace_id = ${workspaceId}::uuid`;
  return db.$executeRaw`
    WITH taken AS (DELETE FROM mention_marks WHERE workspace_id = ${workspaceId}::uuid)
    INSERT INTO unit_mentions (workspace_id, unit_id, has_account, said)
    SELECT ${workspaceId}::uuid, unit_id, has_account, said FROM (${saidByAll(workspaceId)}) found`;
}

/** One unit without any mention keeps an empty line for as long as the statement takes. */
async function refreshMarked(db: Db, workspaceId: string): Promise<number> {
  const taken = Prisma.sql`
    DELETE FROM mention_marks WHERE workspace_id = ${workspaceId}::uuid RETURNING statement_id, unit_id`;
  const count = await rowByRow(
    db,
    () => db.$executeRaw`
    WITH ${markedUnits(workspaceId, taken)}
    INSERT INTO unit_mentions AS kept (workspace_id, unit_id, has_account, said)
    SELECT ${workspaceId}::uuid, unit_id, has_account, said FROM (${saidByMarked(workspaceId)}) found
    ON CONFLICT (workspace_id, unit_id) DO UPDATE SET has_account = excluded.has_account, said = excluded.said`,
  );
  // Who said nothing, or nothing any more.
  await db.$executeRaw`DELETE FROM unit_mentions WHERE workspace_id = ${workspaceId}::uuid AND said = ''`;
  return count;
}
