import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/**
 * The ids of the accounts with these keys; an account not heard of yet is made with its key as its name.
 * @returns ids by external id.
 */
export async function ensureAccounts(
  scope: Scope,
  keys: { externalId: string; name?: string | undefined }[],
  importId: string | null,
): Promise<Map<string, string>> {
  const wanted = new Map(keys.map((key) => [key.externalId, key.name ?? key.externalId]));
  if (wanted.size === 0) return new Map();
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const known = await findIds(db, workspaceId, [...wanted.keys()]);
    const missing = [...wanted].filter(([externalId]) => !known.has(externalId));
    if (missing.length === 0) return known;
    await db.account.createMany({
      data: missing.map(([externalId, name]) => ({ workspaceId, id: newId(), externalId, name, importId })),
      skipDuplicates: true,
    });
    return findIds(db, workspaceId, [...wanted.keys()]);
  });
}

/** The ids of the accounts with these keys, as far as they are known. @returns ids by external id. */
export function findAccountIds(scope: Scope, keys: string[]): Promise<Map<string, string>> {
  return scope.run((db) => findIds(db, scope.workspaceId, keys));
}

/** One parameter for all keys: a batch names thousands. */
async function findIds(db: Db, workspaceId: string, externalIds: string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; externalId: string }[]>`
    SELECT id, external_id AS "externalId" FROM accounts
    WHERE workspace_id = ${workspaceId}::uuid AND external_id = ANY(${externalIds}::text[])
    UNION ALL
    SELECT account_id, key FROM account_keys
    WHERE workspace_id = ${workspaceId}::uuid AND key = ANY(${externalIds}::text[])`;
  return new Map(rows.map(({ id, externalId }) => [externalId, id]));
}
