import type { Scope } from '@/lib/db/scope';

/** Most contacts in the world write their name in two to four words. */
const NAME_RUN = /\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){1,3}/gu;

/**
 * Names of contacts that texts may speak of: those of the people given, and those written out in a text exactly as the
 * workspace has them. It asks only for what the texts hold, so it costs the same however many contacts there are.
 */
export async function findContactNames(
  scope: Scope,
  { texts, contactIds }: { texts: readonly string[]; contactIds: readonly string[] },
): Promise<string[]> {
  const candidates = new Set(texts.flatMap(listNameCandidates));
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

/** Every two to four words in a row of which the first begins with a capital. */
function listNameCandidates(text: string): string[] {
  return [...text.matchAll(NAME_RUN)].flatMap(([run]) => {
    const words = run.split(' ');
    const candidates: string[] = [];
    for (let first = 0; first < words.length - 1; first++) {
      if (!/^\p{Lu}/u.test(words[first] ?? '')) continue;
      for (let end = first + 2; end <= words.length; end++) {
        candidates.push(
          words
            .slice(first, end)
            .join(' ')
            .replace(/[.'’]+$/, ''),
        );
      }
    }
    return candidates;
  });
}
