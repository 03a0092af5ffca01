import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';

/**
 * The ids of the accounts with these keys; an account not heard of yet is made with its key as its name, until a row names it: which of
 * them comes first makes no difference.
 * @returns ids by external id.
 */
export async function ensureAccounts(
  scope: Scope,
  keys: { externalId: string; name?: string | undefined }[],
  importId: string | null,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const { externalId, name } of keys) {
    if (name && name !== externalId && !names.has(externalId)) names.set(externalId, name);
  }
  const wanted = new Map(keys.map(({ externalId }) => [externalId, names.get(externalId) ?? externalId]));
  if (wanted.size === 0) return new Map();
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const known = await findAccountIds(inner, [...wanted.keys()]);
    await nameAccounts(
      inner,
      [...names].filter(([externalId]) => known.has(externalId)),
    );
    const missing = [...wanted].filter(([externalId]) => !known.has(externalId));
    if (missing.length === 0) return known;
    await db.account.createMany({
      data: missing.map(([externalId, name]) => ({ workspaceId, id: newId(), externalId, name, importId })),
      skipDuplicates: true,
    });
    return findAccountIds(inner, [...wanted.keys()]);
  });
}

/** Names accounts that have only their key for a name. A public key names none: it may be their name. */
async function nameAccounts(scope: Scope, names: readonly (readonly [string, string])[]): Promise<void> {
  const { actor } = scope;
  if (names.length === 0 || (actor.kind === 'api_key' && actor.isPublic)) return;
  await scope.runSql(
    `UPDATE accounts a SET name = r.name FROM json_to_recordset($2::json) AS r(key text, name text)
    WHERE a.workspace_id = $1::uuid AND a.external_id = r.key AND a.name = a.external_id`,
    [scope.workspaceId, JSON.stringify(names.map(([key, name]) => ({ key, name })))],
  );
}

/** The ids of the accounts with these keys, as far as they are known. @returns ids by external id. */
export async function findAccountIds(scope: Scope, keys: readonly string[]): Promise<Map<string, string>> {
  // One parameter for all keys: a batch names thousands.
  const rows = await scope.runSql<{ id: string; externalId: string }>(
    `SELECT id, external_id AS "externalId" FROM accounts
    WHERE workspace_id = $1::uuid AND external_id = ANY($2::text[])
    UNION ALL
    SELECT account_id, key FROM account_keys
    WHERE workspace_id = $1::uuid AND key = ANY($2::text[])`,
    [scope.workspaceId, keys],
  );
  return new Map(rows.map(({ id, externalId }) => [externalId, id]));
}
