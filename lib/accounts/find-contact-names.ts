import { listNameCandidates } from '@/lib/accounts/list-name-candidates';
import type { Scope } from '@/lib/db/scope';

/**
 * Names of contacts that texts may speak of: those of the people given, and those written out in a text, in capitals or not.
 * It asks only for what the texts hold, so it costs the same however many contacts there are.
 */
export async function findContactNames(
  scope: Scope,
  { texts, contactIds }: { texts: readonly string[]; contactIds: readonly string[] },
): Promise<string[]> {
  const candidates = new Set(texts.flatMap((text) => [...listNameCandidates(text)]));
  if (candidates.size === 0 && contactIds.length === 0) return [];
  const { workspaceId } = scope;
  const ids = [...new Set(contactIds)];
  const rows = await scope.run(
    (db) => db.$queryRaw<{ name: string }[]>`
      SELECT DISTINCT name FROM contacts
      WHERE workspace_id = ${workspaceId}::uuid AND name IS NOT NULL
        AND (id = ANY(${ids}::uuid[]) OR name = ANY(${[...candidates]}::text[]))`,
  );
  return rows.map(({ name }) => name);
}
