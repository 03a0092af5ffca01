import { groupPeople, type IdentityKey, identityKeys, splitKey } from '@/lib/accounts/identity-keys';
import { type MergeEvidence, mergeContacts } from '@/lib/accounts/merge-contacts';
import { normalisePhone } from '@/lib/accounts/normalise-phone';
import type { ContactInput } from '@/lib/accounts/schema';
import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/** The ids of these people, as {@link resolveContacts} finds or makes them; null where neither key is given. */
export async function ensureContacts(
  scope: Scope,
  people: ContactInput[],
  importId: string | null,
): Promise<(string | null)[]> {
  return (await resolveContacts(scope, people, importId)).map((one) => one?.contactId ?? null);
}

/** The contact that these keys name, by the first of them that is known; null for one not heard of. Nothing is written. */
export async function findContactId(scope: Scope, person: ContactInput): Promise<string | null> {
  const keys = identityKeys(person);
  const known = await scope.run((db) => findIdentities(db, scope.workspaceId, keys));
  return keys.map((key) => known.get(key)).find((id) => id !== undefined) ?? null;
}

export interface ResolvedContact {
  contactId: string;
  /** Made for this person: true for the first of several that are the same one. */
  isNew: boolean;
  /** A way to recognise them, or the account they are at, was not known before. */
  isExtended: boolean;
}

/**
 * These people as contacts, in their order; null where no key is given. A person is recognised by any identity known of
 * them; one not heard of yet is made, and what is not known of the others is filled in. Who is named by the identities of
 * two contacts is one person: the contacts are merged, unless somebody said that they are different people. So the same
 * people come out whatever the order. A person seen at an account is recorded as employed there.
 * @param keepsEmployments for a sender that is not trusted to change what is known: merges nobody, and records nobody at a
 *   further account who is at one already
 */
export async function resolveContacts(
  scope: Scope,
  people: ContactInput[],
  importId: string | null,
  { keepsEmployments = false }: { keepsEmployments?: boolean } = {},
): Promise<(ResolvedContact | null)[]> {
  const keysOf = people.map(identityKeys);
  if (!keysOf.some((keys) => keys.length > 0)) return people.map(() => null);
  return scope.run(async (db) => {
    const { workspaceId } = scope;
    const known = await findIdentities(db, workspaceId, keysOf.flat());
    const { groupOf, contactsOf } = groupPeople(keysOf, known);
    const isTrusted = !keepsEmployments;
    const idOf = await mergeGroups(db, workspaceId, { contactsOf, known, importId, isTrusted });
    // Of contacts that are different people although a row names both, each stays who it is.
    const isSplit = new Set([...contactsOf.keys()].filter((group) => !idOf.has(group)));
    const contacts = new Map<string, NewContact>();
    const identities = [];
    const resolved: (ResolvedContact | null)[] = [];
    for (const [at, person] of people.entries()) {
      const [keys, group] = [keysOf[at] ?? [], groupOf[at]];
      if (group === null || group === undefined) {
        resolved.push(null);
        continue;
      }
      const own = keys.map((key) => known.get(key)).find((id) => id !== undefined);
      let contactId = isSplit.has(group) ? own : (idOf.get(group) ?? own);
      const isNew = contactId === undefined;
      if (contactId === undefined) {
        contactId = newId();
        contacts.set(contactId, { workspaceId, id: contactId, importId, ...fieldsOf(person) });
        idOf.set(group, contactId);
      } else {
        const made = contacts.get(contactId);
        if (made) contacts.set(contactId, fill(made, person));
      }
      let isExtended = false;
      for (const key of keys) {
        if (known.has(key)) continue;
        known.set(key, contactId);
        const [kind, value] = splitKey(key);
        identities.push({ workspaceId, id: newId(), contactId, kind, value });
        isExtended = true;
      }
      resolved.push({ contactId, isNew, isExtended });
    }
    await db.contact.createMany({ data: [...contacts.values()] });
    const filled = await fillKnown(db, workspaceId, { people, resolved, made: contacts });
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
      return one && (isEmployedNow || filled.delete(one.contactId)) ? { ...one, isExtended: true } : one;
    });
  });
}

interface ContactFields {
  externalId: string | null;
  email: string | null;
  phone: string | null;
  name: string | null;
}
type NewContact = ContactFields & { workspaceId: string; id: string; importId: string | null };

function fieldsOf({ externalId, email, phone, name }: ContactInput): ContactFields {
  return {
    externalId: externalId ?? null,
    email: email ?? null,
    phone: phone ? normalisePhone(phone) : null,
    name: name ?? null,
  };
}

/** A contact with what a person says of themselves and it does not know. */
function fill<Contact extends ContactFields>(contact: Contact, person: ContactInput): Contact {
  const said = fieldsOf(person);
  return {
    ...contact,
    externalId: contact.externalId ?? said.externalId,
    email: contact.email ?? said.email,
    phone: contact.phone ?? said.phone,
    name: contact.name ?? said.name,
  };
}

/** Makes one contact of the several that a group of people turned out to be; ids of those that are one, by group. */
async function mergeGroups(
  db: Db,
  workspaceId: string,
  {
    contactsOf,
    known,
    importId,
    isTrusted,
  }: {
    contactsOf: Map<number, Set<string>>;
    known: Map<IdentityKey, string>;
    importId: string | null;
    isTrusted: boolean;
  },
): Promise<Map<number, string>> {
  const idOf = new Map<number, string>();
  for (const [group, found] of contactsOf) {
    const [keptId, ...others] = [...found].sort();
    if (keptId === undefined) continue;
    if (others.length > 0 && (!isTrusted || (await areDistinct(db, workspaceId, [...found])))) continue;
    idOf.set(group, keptId);
    for (const droppedId of others) {
      const evidence: MergeEvidence[] = [{ kind: 'named_together' }];
      await mergeContacts(db, workspaceId, { keptId, droppedId, evidence, memberId: null, importId });
      for (const [key, id] of known) if (id === droppedId) known.set(key, keptId);
    }
  }
  return idOf;
}

/** Whether somebody said of two of these contacts that they are different people. */
async function areDistinct(db: Db, workspaceId: string, ids: string[]): Promise<boolean> {
  const said = await db.contactDistinction.count({
    where: { workspaceId, lowId: { in: ids }, highId: { in: ids } },
  });
  return said > 0;
}

/** Fills in what contacts of old do not know of themselves and these people say. */
async function fillKnown(
  db: Db,
  workspaceId: string,
  {
    people,
    resolved,
    made,
  }: { people: ContactInput[]; resolved: (ResolvedContact | null)[]; made: ReadonlyMap<string, unknown> },
): Promise<Set<string>> {
  const said = new Map<string, ContactFields>();
  resolved.forEach((one, at) => {
    const person = people[at];
    if (!one || !person || made.has(one.contactId)) return;
    said.set(one.contactId, fill(said.get(one.contactId) ?? NOTHING, person));
  });
  if (said.size === 0) return new Set();
  const rows = [...said].map(([id, fields]) => ({ id, ...fields }));
  const filled = await db.$queryRaw<{ id: string }[]>`
    UPDATE contacts c SET name = coalesce(c.name, r.name), email = coalesce(c.email, r.email),
      phone = coalesce(c.phone, r.phone), external_id = coalesce(c.external_id, r."externalId")
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      id uuid, name text, email text, phone text, "externalId" text
    )
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.id = r.id
      AND ((c.name IS NULL AND r.name IS NOT NULL) OR (c.email IS NULL AND r.email IS NOT NULL)
        OR (c.phone IS NULL AND r.phone IS NOT NULL) OR (c.external_id IS NULL AND r."externalId" IS NOT NULL))
    RETURNING c.id`;
  return new Set(filled.map(({ id }) => id));
}

const NOTHING: ContactFields = { externalId: null, email: null, phone: null, name: null };

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

async function findIdentities(
  db: Db,
  workspaceId: string,
  keys: IdentityKey[],
): Promise<Map<IdentityKey, string>> {
  const values = [...new Set(keys.map((key) => splitKey(key)[1]))];
  const rows = await db.contactIdentity.findMany({
    where: { workspaceId, kind: { in: ['external', 'email', 'phone'] }, value: { in: values } },
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
