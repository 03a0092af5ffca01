import type { Db } from '@/lib/db/client';

/**
 * Which account's own key stands behind keys of accounts that were merged into it: who writes under such a key writes the account
 * that stayed. Other keys are not in it.
 */
export async function findMergedKeys(
  db: Db,
  workspaceId: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db.$queryRaw<{ key: string; own: string }[]>`
    SELECT k.key, a.external_id AS own FROM account_keys k
      JOIN accounts a ON a.workspace_id = k.workspace_id AND a.id = k.account_id
    WHERE k.workspace_id = ${workspaceId}::uuid AND k.key = ANY(${[...keys]}::text[]) AND a.external_id IS NOT NULL`;
  return new Map(rows.map(({ key, own }) => [key, own]));
}
