/** What a person is recognised by. */
export interface Identifiers {
  emails: readonly string[];
  phones: readonly string[];
  externalIds: readonly string[];
  name: string | null;
}

/** Shorter names and ids stand in every message: a hit would mean nothing. */
const SHORTEST_NAME = 5;
const escapeRegExp = (literal: string) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Whether a raw message names a person: an address or number anywhere in it, an id as a value of its own, a full name.
 * A number that is written otherwise than in E.164 is not found.
 */
export function speaksOf(message: string, { emails, phones, externalIds, name }: Identifiers): boolean {
  const folded = message.toLowerCase();
  const isFullName = name !== null && name.length >= SHORTEST_NAME && name.trim().includes(' ');
  const named = [...emails, ...phones, ...(isFullName ? [name] : [])];
  if (named.some((each) => folded.includes(each.toLowerCase()))) return true;
  return externalIds.some((id) =>
    new RegExp(`(?<![\\w.-])${escapeRegExp(id)}(?![\\w-])`, 'iu').test(message),
  );
}
