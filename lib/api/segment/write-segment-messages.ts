import { fillAccounts } from '@/lib/accounts/fill-accounts';
import { noteAccountsWritten } from '@/lib/accounts/note-accounts-written';
import type { AccountChange } from '@/lib/accounts/upsert-accounts';
import { upsertAccounts } from '@/lib/accounts/upsert-accounts';
import { type ContactChange, upsertContacts } from '@/lib/accounts/upsert-contacts';
import type { PlacedItem } from '@/lib/api/batch-operation';
import { writeEventItems } from '@/lib/api/events/write-event-items';
import { type ItemOutcome, refuse } from '@/lib/api/item-outcome';
import {
  type GroupDescription,
  readGroup,
  readName,
  type SegmentMessage,
} from '@/lib/api/segment/segment-message';
import { mayUse } from '@/lib/auth/api-scopes';
import { sha256 } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';

type Placed = PlacedItem<SegmentMessage>;

/** What a message says of a person and a company. */
interface Description {
  index: number;
  person: { externalId: string; email?: string | undefined; name?: string | undefined } | null;
  group: GroupDescription | null;
}

/**
 * Writes messages: people and companies that they describe, and what people did as usage events. A key that may write
 * accounts and contacts changes what is known of them; any other, public ones among them, only fills in what is not.
 * An e-mail address and a company's domain are believed of the former alone: whoever said them would be the person, and
 * have the statements of everybody at that domain.
 */
export async function writeSegmentMessages(
  scope: Scope,
  messages: readonly Placed[],
  { sourceId, now }: { sourceId: string; now: Date },
): Promise<ItemOutcome[]> {
  const described = messages.flatMap((message) => describe(message, mayUse(scope, 'contacts:write')));
  const groups = await writeGroups(
    scope,
    described.flatMap(({ group }) => group ?? []),
    now,
  );
  const people = described.filter(({ person }) => person !== null);
  const contacts = await upsertContacts(
    scope,
    people.map(({ person, group }) => ({
      ...person,
      accountId: groups.get(group?.externalId ?? '')?.accountId,
    })),
    { fillsOnly: !mayUse(scope, 'contacts:write') },
  );
  const contactOf = new Map(people.map(({ index }, at) => [index, contacts[at]]));
  const events = messages.filter(({ item }) => item.type === 'track');
  return [
    ...described.map(
      ({ index, group }): ItemOutcome => ({
        index,
        kind: summarise(contactOf.get(index), groups.get(group?.externalId ?? '')),
      }),
    ),
    ...(await writeTracks(scope, events, { sourceId, now })),
    ...messages
      .filter(({ item: { type } }) => type !== 'identify' && type !== 'group' && type !== 'track')
      .map(({ index }): ItemOutcome => ({ index, kind: 'unchanged' })),
  ];
}

function describe({ index, item }: Placed, isEmailBelieved: boolean): Description[] {
  if (item.type !== 'identify' && item.type !== 'group') return [];
  const traits = item.traits ?? {};
  const ofPerson = item.type === 'identify' ? traits : {};
  const company = asRecord(ofPerson.company);
  const companyId =
    company.id === undefined || company.id === null ? undefined : String(company.id).slice(0, 500);
  const groupId = item.type === 'group' ? item.groupId : (companyId ?? item.context?.groupId);
  const email = isEmailBelieved && typeof ofPerson.email === 'string' ? readEmail(ofPerson.email) : undefined;
  return [
    {
      index,
      person: item.userId ? { externalId: item.userId, email, name: readName(ofPerson) } : null,
      group: groupId ? readGroup(groupId, item.type === 'group' ? traits : company) : null,
    },
  ];
}

async function writeGroups(
  scope: Scope,
  groups: readonly GroupDescription[],
  now: Date,
): Promise<Map<string, AccountChange>> {
  const changes = mayUse(scope, 'accounts:write')
    ? await upsertAccounts(scope, [...groups], { importId: null, asOf: now })
    : await fillAccounts(
        scope,
        groups.map(({ custom: _, domain: __, ...description }) => description),
        { asOf: now },
      );
  await noteAccountsWritten(scope, changes);
  return new Map(
    groups.flatMap(({ externalId }, at) => {
      const change = changes[at];
      return change ? [[externalId, change] as const] : [];
    }),
  );
}

async function writeTracks(
  scope: Scope,
  messages: readonly Placed[],
  { sourceId, now }: { sourceId: string; now: Date },
): Promise<ItemOutcome[]> {
  const refused: ItemOutcome[] = [];
  const items = messages.flatMap(({ index, item }) => {
    if (!item.event) {
      refused.push(refuse(index, 'event', 'It is missing. Give the name of what was done.'));
      return [];
    }
    const groupId = item.context?.groupId;
    return {
      index,
      item: {
        externalId: item.messageId ?? `sha256-${sha256(JSON.stringify(item))}`,
        name: item.event,
        occurredAt: item.timestamp ?? now,
        count: 1,
        account: groupId ? { externalId: groupId } : undefined,
        contact: item.userId ? { externalId: item.userId } : undefined,
      },
    };
  });
  return [...refused, ...(await writeEventItems(scope, items, { sourceId }))];
}

function summarise(
  contact: ContactChange | undefined,
  account: AccountChange | undefined,
): AccountChange['kind'] {
  const kinds = [contact?.kind, account?.kind];
  if (kinds.includes('added')) return 'added';
  return kinds.includes('changed') ? 'changed' : 'unchanged';
}

function readEmail(written: string): string | undefined {
  const email = written.trim().toLowerCase();
  return /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(email) && email.length <= 320 ? email : undefined;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
