import { rankSoon } from '@/lib/accounts/note-accounts-written';
import { upsertAccounts } from '@/lib/accounts/upsert-accounts';
import { recordAudit } from '@/lib/audit/record';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/** An account that its system holds no longer. */
export interface WithdrawnAccount {
  externalId: string;
  /** The system, as its fields of the account are named: `hubspot`. */
  system: string;
  deletedAt: Date;
  /** Its revenue came from there, so it ends, too. */
  endsArr: boolean;
}

/** The field of an account that says when its system deleted it. */
export const deletionField = (system: string) => `${system}.deletedAt`;

/**
 * Follows a system that deleted accounts. One of which nothing else is known goes. Of another, what its people said and did is
 * ours: it stays, says since when it is deleted, and pays nothing from that day on where the system told what it pays. To delete
 * is not to churn: duplicates are deleted, too.
 * @returns the keys of those that are gone or changed; what was followed before is not.
 */
export async function withdrawAccounts(
  scope: Scope,
  withdrawn: readonly WithdrawnAccount[],
): Promise<Set<string>> {
  if (withdrawn.length === 0) return new Set();
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const removed = await deleteUnused(db, workspaceId, withdrawn);
    const kept = new Set<string>();
    const stored = await db.account.findMany({
      where: { workspaceId, externalId: { in: withdrawn.map(({ externalId }) => externalId) } },
      select: { externalId: true, custom: true, arrCents: true, currency: true },
    });
    const storedOf = new Map(stored.map((account) => [account.externalId, account]));
    for (const { externalId, system, deletedAt, endsArr } of withdrawn) {
      const account = storedOf.get(externalId);
      const field = deletionField(system);
      if (!account || kept.has(externalId) || field in (account.custom as object)) continue;
      const ended = endsArr && account.arrCents && account.currency;
      await upsertAccounts(
        inner,
        [
          {
            externalId,
            custom: { [field]: deletedAt.toISOString().slice(0, 10) },
            ...(ended ? { arrCents: 0, currency: account.currency ?? undefined } : {}),
          },
        ],
        { importId: null, asOf: deletedAt },
      );
      kept.add(externalId);
    }
    if (removed.length + kept.size > 0) {
      const details = { removed: removed.length, kept: kept.size };
      await recordAudit(inner, { action: 'account.deleted_at_source', subjectKind: 'account', details });
      await rankSoon(inner);
    }
    return new Set([...removed, ...kept]);
  });
}

/** Deletes those of which nothing was said or done, by them or about them. @returns their keys. */
async function deleteUnused(
  db: Db,
  workspaceId: string,
  withdrawn: readonly WithdrawnAccount[],
): Promise<string[]> {
  const keys = withdrawn.map(({ externalId }) => externalId);
  const rows = await db.$queryRaw<{ key: string }[]>`
    DELETE FROM accounts a
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.external_id = ANY(${keys})
      AND a.owner_id IS NULL AND a.strategic_weight = 1 AND a.churned_at IS NULL AND a.import_id IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM feedback x WHERE x.workspace_id = a.workspace_id AND x.account_id = a.id)
      AND NOT EXISTS (
        SELECT 1 FROM conversations x WHERE x.workspace_id = a.workspace_id AND x.account_id = a.id)
      AND NOT EXISTS (
        SELECT 1 FROM responses x WHERE x.workspace_id = a.workspace_id AND x.account_id = a.id)
      AND NOT EXISTS (
        SELECT 1 FROM employments x WHERE x.workspace_id = a.workspace_id AND x.account_id = a.id)
      AND NOT EXISTS (
        SELECT 1 FROM usage_events x WHERE x.workspace_id = a.workspace_id AND x.account_id = a.id)
      AND NOT EXISTS (
        SELECT 1 FROM transactions x WHERE x.workspace_id = a.workspace_id AND x.account_id = a.id)
      AND NOT EXISTS (
        SELECT 1 FROM import_changes x WHERE x.workspace_id = a.workspace_id AND x.account_id = a.id)
    RETURNING a.external_id AS key`;
  return rows.map(({ key }) => key);
}
