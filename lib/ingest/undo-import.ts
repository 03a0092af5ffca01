import { restoreAccount } from '@/lib/accounts/upsert-accounts';
import type { Scope } from '@/lib/db/scope';
import { finishImport } from '@/lib/ingest/import-progress';

/**
 * Takes back all that an import brought: its feedback and responses, the accounts as they were before it, and the people
 * and accounts it made where nothing else speaks of them. One transaction: all of it, or nothing.
 */
export async function undoImport(scope: Scope, importId: string): Promise<void> {
  await scope.run(async (db, inner) => {
    const { workspaceId } = scope;
    const row = await db.import.findUnique({ where: { workspaceId_id: { workspaceId, id: importId } } });
    if (row?.status !== 'undoing') return;
    await db.feedback.deleteMany({ where: { workspaceId, importId } });
    await db.response.deleteMany({ where: { workspaceId, importId } });
    const changed = await db.importChange.findMany({ where: { workspaceId, importId } });
    for (const { accountId, before } of changed) {
      if (before) await restoreAccount(inner, accountId, before as Record<string, unknown>);
    }
    await db.importChange.deleteMany({ where: { workspaceId, importId } });
    await db.contact.deleteMany({
      where: {
        workspaceId,
        importId,
        feedback: { none: {} },
        responses: { none: {} },
        conversations: { none: {} },
      },
    });
    await db.account.deleteMany({
      where: {
        workspaceId,
        importId,
        feedback: { none: {} },
        responses: { none: {} },
        conversations: { none: {} },
        employments: { none: { contact: { OR: [{ importId: null }, { importId: { not: importId } }] } } },
      },
    });
    await finishImport(inner, importId, 'undone');
  });
}
