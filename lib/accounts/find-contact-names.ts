import { addNameCandidates } from '@/lib/accounts/list-name-candidates';
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
  return scope.run(async (_db, inner) => {
    if (!(await hasNamedContacts(inner))) return [];
    const candidates = new Set<string>();
    for (const text of texts) addNameCandidates(text, candidates);
    const ids = [...new Set(contactIds)];
    if (candidates.size === 0 && ids.length === 0) return [];
    const rows = await inner.runSql<{ name: string }>(
      `SELECT DISTINCT name FROM contacts
      WHERE workspace_id = $1::uuid AND name IS NOT NULL AND (id = ANY($2::uuid[]) OR name = ANY($3::text[]))`,
      [scope.workspaceId, ids, [...candidates]],
    );
    return rows.map(({ name }) => name);
  });
}

/** Of many workspaces nobody is known by name; their texts need not be looked through for names of contacts. */
async function hasNamedContacts(scope: Scope): Promise<boolean> {
  const [first] = await scope.runSql(
    'SELECT 1 AS found FROM contacts WHERE workspace_id = $1::uuid AND name IS NOT NULL LIMIT 1',
    [scope.workspaceId],
  );
  return first !== undefined;
}
