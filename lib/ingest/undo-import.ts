import { undoMergesOfImport } from '@/lib/accounts/undo-contact-merge';
import { restoreAccounts } from '@/lib/accounts/upsert-accounts';
import { type Db, Prisma } from '@/lib/db/client';
import { refreshStatistics } from '@/lib/db/refresh-statistics';
import type { Scope } from '@/lib/db/scope';
import { deleteInBatches } from '@/lib/ingest/delete-in-batches';
import { deleteStranded } from '@/lib/ingest/delete-stranded';
import { finishImport } from '@/lib/ingest/import-progress';
import { removeErrorReport, removeUpload } from '@/lib/ingest/upload-store';
import { importedSurveyId } from '@/lib/responses/ensure-imported-survey';

/** Rows taken back in one transaction, so that none grows with the file. */
const BATCH = 2000;

/**
 * Takes back all that an import brought: its feedback and responses, the accounts as they were before it, and the people,
 * their identities and jobs, and accounts it made where nothing else speaks of them. It goes batch by batch while the import is `undoing`, and may
 * stop and begin again anywhere.
 */
export async function undoImport(scope: Scope, importId: string, batch = BATCH): Promise<void> {
  const { workspaceId } = scope;
  const row = await scope.run((db) => db.import.findFirst({ where: { workspaceId, id: importId } }));
  if (row?.status !== 'undoing') return;
  const ofImport = { among: Prisma.sql`t.import_id = ${importId}::uuid`, batch };
  await deleteInBatches(scope, 'feedback', ofImport);
  await deleteInBatches(scope, 'responses', ofImport);
  while ((await takeBackAccountChanges(scope, importId, batch)) > 0);
  await deleteInBatches(scope, 'account_moves', ofImport);
  await undoMergesOfImport(scope, importId);
  await deleteStranded(scope, row, batch);
  await refreshStatistics(scope);
  await scope.run(async (db, inner) => {
    if (row.sourceId) await deleteSilentSurvey(db, workspaceId, row.sourceId);
    await db.importError.deleteMany({ where: { workspaceId, importId } });
    await db.importRepeat.deleteMany({ where: { workspaceId, importId } });
    await finishImport(inner, importId, 'undone');
  });
  await removeUpload(scope, importId);
  await removeErrorReport(scope, importId);
}

/** The survey that responses of the source answer, once there is no response any more. */
async function deleteSilentSurvey(db: Db, workspaceId: string, sourceId: string): Promise<void> {
  await db.survey.deleteMany({
    where: { workspaceId, id: importedSurveyId(sourceId), responses: { none: {} } },
  });
}

/**
 * Restores the next accounts. One that a later import changed too keeps what that one wrote; it inherits what was there
 * before both, and the account where this import made it.
 */
async function takeBackAccountChanges(scope: Scope, importId: string, batch: number): Promise<number> {
  return scope.run(async (db, inner) => {
    const { workspaceId } = scope;
    const changes = await db.importChange.findMany({ where: { workspaceId, importId }, take: batch });
    const accountIds = changes.map(({ accountId }) => accountId);
    const heirs = await findHeirs(db, workspaceId, importId, accountIds);
    const restorable: { accountId: string; before: Record<string, unknown> }[] = [];
    for (const { accountId, before } of changes) {
      const heirId = heirs.get(accountId);
      if (heirId) await bequeath(db, { workspaceId, accountId, heirId, before });
      else if (before) restorable.push({ accountId, before: before as Record<string, unknown> });
    }
    await restoreAccounts(inner, restorable);
    await db.importChange.deleteMany({ where: { workspaceId, importId, accountId: { in: accountIds } } });
    return changes.length;
  });
}

/** The next import that changed each account after this one, by account. */
async function findHeirs(
  db: Db,
  workspaceId: string,
  importId: string,
  accountIds: string[],
): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ accountId: string; heirId: string }[]>`
    SELECT DISTINCT ON (c.account_id) c.account_id AS "accountId", c.import_id AS "heirId"
    FROM import_changes c
      JOIN imports later ON later.workspace_id = c.workspace_id AND later.id = c.import_id
      JOIN imports own ON own.workspace_id = c.workspace_id AND own.id = ${importId}::uuid
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.account_id = ANY(${accountIds}::uuid[])
      AND c.import_id <> own.id AND later.started_at > own.started_at
    ORDER BY c.account_id, later.started_at`;
  return new Map(rows.map(({ accountId, heirId }) => [accountId, heirId]));
}

async function bequeath(
  db: Db,
  change: { workspaceId: string; accountId: string; heirId: string; before: Prisma.JsonValue },
): Promise<void> {
  const { workspaceId, accountId, heirId, before } = change;
  await db.$executeRaw`
    UPDATE import_changes SET before = ${before === null ? null : JSON.stringify(before)}::jsonb
    WHERE workspace_id = ${workspaceId}::uuid AND import_id = ${heirId}::uuid AND account_id = ${accountId}::uuid`;
  if (before === null)
    await db.account.updateMany({ where: { workspaceId, id: accountId }, data: { importId: heirId } });
}
