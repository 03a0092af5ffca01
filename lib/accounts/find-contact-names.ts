import { addNameCandidates } from '@/lib/accounts/list-name-candidates';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/**
 * Names of contacts that texts may speak of: those of the people given, and those written out in a text, in capitals or not.
 * It asks only for what the texts hold, so it costs the same however many contacts there are.
 */
export async function findContactNames(
  scope: Scope,
  { texts, contactIds }: { texts: readonly string[]; contactIds: readonly string[] },
): Promise<string[]> {
  if (texts.length === 0 && contactIds.length === 0) return [];
  return scope.run(async (db) => {
    if (!(await hasNamedContacts(db, scope.workspaceId))) return [];
    const candidates = new Set<string>();
    for (const text of texts) addNameCandidates(text, candidates);
    const ids = [...new Set(contactIds)];
    if (candidates.size === 0 && ids.length === 0) return [];
    const rows = await db.$queryRaw<{ name: string }[]>`
      SELECT DISTINCT name FROM contacts
      WHERE workspace_id = ${scope.workspaceId}::uuid AND name IS NOT NULL
        AND (id = ANY(${ids}::uuid[]) OR name = ANY(${[...candidates]}::text[]))`;
    return rows.map(({ name }) => name);
  });
}

/** Of many workspaces nobody is known by name; their texts need not be looked through for names of contacts. */
async function hasNamedContacts(db: Db, workspaceId: string): Promise<boolean> {
  const [first] = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM contacts WHERE workspace_id = ${workspaceId}::uuid AND name IS NOT NULL LIMIT 1`;
  return first !== undefined;
}
