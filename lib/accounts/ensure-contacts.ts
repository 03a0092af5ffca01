import type { ContactInput } from '@/lib/accounts/schema';
import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

type IdentityKey = `${'external' | 'email'}:${string}`;

/** The ids of these people, as {@link resolveContacts} finds or makes them; null where neither key is given. */
export async function ensureContacts(
  scope: Scope,
  people: ContactInput[],
  importId: string | null,
): Promise<(string | null)[]> {
  return (await resolveContacts(scope, people, importId)).map((one) => one?.contactId ?? null);
}

export interface ResolvedContact {
  contactId: string;
  /** Made for this person: true for the first of several that are the same one. */
  isNew: boolean;
  /** A way to recognise them, or the account they are at, was not known before. */
  isExtended: boolean;
}

/**
 * These people as contacts, in their order; null where neither key is given. A person is recognised by any identity
 * known of them (external id first, then e-mail); one not heard of yet is made. A person seen at an account is
 * recorded as employed there.
 * @param keepsEmployments records nobody at a further account who is at one already
 */
export async function resolveContacts(
  scope: Scope,
  people: ContactInput[],
  importId: string | null,
  { keepsEmployments = false }: { keepsEmployments?: boolean } = {},
): Promise<(ResolvedContact | null)[]> {
  if (!people.some((person) => person.externalId || person.email)) return people.map(() => null);
  return scope.run(async (db) => {
    const { workspaceId } = scope;
    const known = await findIdentities(db, workspaceId, people.flatMap(identityKeys));
    const contacts = [];
    const identities = [];
    const resolved: (ResolvedContact | null)[] = [];
    for (const person of people) {
      const keys = identityKeys(person);
      let contactId = keys.map((key) => known.get(key)).find((id) => id !== undefined) ?? null;
      const isNew = !contactId && keys.length > 0;
      let isExtended = false;
      if (!contactId && isNew) {
        contactId = newId();
        contacts.push({
          workspaceId,
          id: contactId,
          externalId: person.externalId ?? null,
          email: person.email ?? null,
          name: person.name ?? null,
          importId,
        });
      }
      for (const key of keys) {
        if (!contactId || known.has(key)) continue;
        known.set(key, contactId);
        const [kind, value] = splitKey(key);
        identities.push({ workspaceId, id: newId(), contactId, kind, value });
        isExtended = true;
      }
      resolved.push(contactId ? { contactId, isNew, isExtended } : null);
    }
    await db.contact.createMany({ data: contacts });
    await db.contactIdentity.createMany({ data: identities });
    const employed = employments(workspaceId, people, resolved);
    const settled = keepsEmployments ? await findEmployed(db, workspaceId, employed) : new Set();
    const added = await db.employment.createManyAndReturn({
      data: employed.filter(({ contactId }) => !settled.has(contactId)),
      skipDuplicates: true,
      select: { contactId: true, accountId: true },
    });
    const pairs = new Set(added.map(({ contactId, accountId }) => `${contactId} ${accountId}`));
    return resolved.map((one, index) => {
      const isEmployedNow = one && pairs.has(`${one.contactId} ${people[index]?.accountId}`);
      return isEmployedNow ? { ...one, isExtended: true } : one;
    });
  });
}

async function findEmployed(
  db: Db,
  workspaceId: string,
  people: readonly { contactId: string }[],
): Promise<Set<string>> {
  const rows = await db.employment.findMany({
    where: { workspaceId, contactId: { in: people.map(({ contactId }) => contactId) }, endedAt: null },
    select: { contactId: true },
  });
  return new Set(rows.map(({ contactId }) => contactId));
}

function identityKeys(person: ContactInput): IdentityKey[] {
  const keys: IdentityKey[] = [];
  if (person.externalId) keys.push(`external:${person.externalId}`);
  if (person.email) keys.push(`email:${person.email}`);
  return keys;
}

function splitKey(key: IdentityKey): ['external' | 'email', string] {
  const colon = key.indexOf(':');
  return [key.startsWith('email:') ? 'email' : 'external', key.slice(colon + 1)];
}

async function findIdentities(
  db: Db,
  workspaceId: string,
  keys: IdentityKey[],
): Promise<Map<IdentityKey, string>> {
  const values = [...new Set(keys.map((key) => splitKey(key)[1]))];
  const rows = await db.contactIdentity.findMany({
    where: { workspaceId, kind: { in: ['external', 'email'] }, value: { in: values } },
  });
  return new Map(rows.map((row) => [`${row.kind}:${row.value}` as IdentityKey, row.contactId]));
}

function employments(workspaceId: string, people: ContactInput[], resolved: (ResolvedContact | null)[]) {
  const pairs = new Map<string, { workspaceId: string; id: string; contactId: string; accountId: string }>();
  people.forEach((person, index) => {
    const contactId = resolved[index]?.contactId;
    if (!contactId || !person.accountId) return;
    pairs.set(`${contactId} ${person.accountId}`, {
      workspaceId,
      id: newId(),
      contactId,
      accountId: person.accountId,
    });
  });
  return [...pairs.values()];
}
