import type { Scope } from '@/lib/db/scope';

/** What stands where an account was named. */
export const HIDDEN_ACCOUNT = '[company]';

/** Shorter names are words or initials of anything. */
const SHORTEST_NAME = 3;

/** How companies end that people leave out when they speak of them. */
const LEGAL_FORM =
  /[\s,]+(?:ag|bv|b\.v\.|co|co\.|corp|corp\.|corporation|gmbh|inc|inc\.|kg|limited|llc|llp|ltd|ltd\.|nv|oy|plc|pty|s\.a\.|sa|sarl|sas|se|spa|srl)$/iu;

/**
 * Texts for people outside, without the names of the workspace's accounts: whole words, in capitals or not, with or without the
 * legal form. A short form ("Beacon" for Beacon Logistics) and companies that are no accounts stay.
 */
export async function hideAccountNames(scope: Scope, texts: readonly string[]): Promise<string[]> {
  const all = texts.join('\n');
  if (!all) return [...texts];
  // Of many thousands of accounts those whose first word is there; whether the rest is, is looked at below.
  const rows = await scope.run(
    (db) => db.$queryRaw<{ name: string }[]>`
      SELECT DISTINCT name FROM accounts
      WHERE workspace_id = ${scope.workspaceId}::uuid
        AND position(lower(split_part(btrim(name), ' ', 1)) IN ${all.toLowerCase()}) > 0`,
  );
  return texts.map(makeNameHider(rows.flatMap(({ name }) => [name, name.trim().replace(LEGAL_FORM, '')])));
}

/** Replaces names where they stand as words of their own, the longest first. */
export function makeNameHider(names: readonly string[]): (text: string) => string {
  const known = [...new Set(names.map((name) => name.trim()))]
    .filter((name) => name.length >= SHORTEST_NAME)
    .sort((one, other) => other.length - one.length);
  if (known.length === 0) return (text) => text;
  const escaped = known.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.replace(pattern, HIDDEN_ACCOUNT);
}
