import { normalisePhone } from '@/lib/accounts/normalise-phone';
import type { ContactInput } from '@/lib/accounts/schema';

export type RecognisedBy = 'external' | 'email' | 'phone';
/** A way to recognise a person, such as `email:ann@example.org`. */
export type IdentityKey = `${RecognisedBy}:${string}`;

/** Addresses that many people of a company write from, so that they tell nobody apart. */
const SHARED_ADDRESS =
  /^(info|contact|kontakt|office|hello|hi|mail|admin|support|help|helpdesk|service|sales|billing|accounts?|invoices?|finance|marketing|team|no-?reply|do-?not-?reply|postmaster|webmaster|enquiries|feedback)@/;

/**
 * The ways to recognise a person, the surest first. An address that a whole team has recognises nobody who has a key of their
 * own; a phone number recognises only who has neither key nor address, since colleagues share one.
 */
export function identityKeys({ externalId, email, phone }: ContactInput): IdentityKey[] {
  const keys: IdentityKey[] = [];
  if (externalId) keys.push(`external:${externalId}`);
  if (email && !(externalId && SHARED_ADDRESS.test(email))) keys.push(`email:${email}`);
  const number = keys.length === 0 && phone ? normalisePhone(phone) : null;
  if (number) keys.push(`phone:${number}`);
  return keys;
}

/** A key in its two parts. */
export function splitKey(key: IdentityKey): [RecognisedBy, string] {
  const colon = key.indexOf(':');
  return [key.slice(0, colon) as RecognisedBy, key.slice(colon + 1)];
}

/**
 * Groups people who share a way to recognise them, directly or through others, and with whom is known already: the same
 * groups whatever their order.
 * @returns for each person the number of their group, null for who cannot be recognised; and the known contacts of each group.
 */
export function groupPeople(
  keysOf: readonly (readonly IdentityKey[])[],
  known: ReadonlyMap<IdentityKey, string>,
): { groupOf: (number | null)[]; contactsOf: Map<number, Set<string>> } {
  const parent = new Map<string, string>();
  const find = (node: string): string => {
    let root = node;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(node, root);
    return root;
  };
  for (const keys of keysOf) {
    const [first] = keys;
    if (first === undefined) continue;
    for (const key of keys) {
      parent.set(find(key), find(first));
      const contactId = known.get(key);
      if (contactId !== undefined) parent.set(find(`contact:${contactId}`), find(first));
    }
  }
  const numbers = new Map<string, number>();
  const groupOf = keysOf.map(([first]) => {
    if (first === undefined) return null;
    const root = find(first);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
  const contactsOf = new Map<number, Set<string>>();
  keysOf.forEach((keys, at) => {
    const group = groupOf[at];
    for (const key of keys) {
      const contactId = known.get(key);
      if (group === null || group === undefined || contactId === undefined) continue;
      contactsOf.set(group, (contactsOf.get(group) ?? new Set()).add(contactId));
    }
  });
  return { groupOf, contactsOf };
}
