import type { ContactInput } from '@/lib/accounts/schema';
import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

type IdentityKey = `${'external' | 'email'}:${string}`;

/**
 * The ids of these people, in their order; null where neither key is given. A person is recognised by any identity
 * known of them (external id first, then e-mail); one not heard of yet is made. A person seen at an account is
 * recorded as employed there.
 */
export async function ensureContacts(
  scope: Scope,
  people: ContactInput[],
  importId: string | null,
): Promise<(string | null)[]> {
  if (!people.some((person) => person.externalId || person.email)) return people.map(() => null);
  return scope.run(async (db) => {
    const { workspaceId } = scope;
    const known = await findIdentities(db, workspaceId, people.flatMap(identityKeys));
    const contacts = [];
    const identities = [];
    const ids: (string | null)[] = [];
    for (const person of people) {
      const keys = identityKeys(person);
      let contactId = keys.map((key) => known.get(key)).find((id) => id !== undefined) ?? null;
      if (!contactId && keys.length > 0) {
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
      }
      ids.push(contactId);
    }
    await db.contact.createMany({ data: contacts });
    await db.contactIdentity.createMany({ data: identities });
    await db.employment.createMany({ data: employments(workspaceId, people, ids), skipDuplicates: true });
    return ids;
  });
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

function employments(workspaceId: string, people: ContactInput[], contactIds: (string | null)[]) {
  const pairs = new Map<string, { workspaceId: string; id: string; contactId: string; accountId: string }>();
  people.forEach((person, index) => {
    const contactId = contactIds[index];
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
