import { z } from 'zod';
import { ensureAccounts } from '@/lib/accounts/ensure-accounts';
import { upsertContacts as upsert } from '@/lib/accounts/upsert-contacts';
import { defineBatchOperation, type PlacedItem } from '@/lib/api/batch-operation';
import { contactRecordSchema, findContactRecords } from '@/lib/api/contacts/find-contact-records';
import { accountReference, contactReference } from '@/lib/api/fields';
import type { ItemOutcome } from '@/lib/api/item-outcome';
import { defineListOperation } from '@/lib/api/list-operation';
import type { Scope } from '@/lib/db/scope';

const contactItemSchema = contactReference
  .safeExtend({ account: accountReference.optional().describe('Where the person works.') })
  .describe('A person, by externalId, email or both.')
  .meta({ id: 'ContactItem' });

export const upsertContacts = defineBatchOperation({
  id: 'upsertContacts',
  path: '/contacts',
  tag: 'Contacts',
  summary: 'Add and change contacts',
  description:
    'Up to 1,000 at once. A person is recognised by externalId first, then by e-mail; a field that is left out stays as it is.',
  right: 'contacts:write',
  item: contactItemSchema,
  exampleItem: {
    externalId: 'u-1',
    email: 'ann@example.org',
    name: 'Ann Lee',
    account: { externalId: 'acme' },
  },
  write: writeContactItems,
});

async function writeContactItems(
  scope: Scope,
  items: readonly PlacedItem<z.output<typeof contactItemSchema>>[],
): Promise<ItemOutcome[]> {
  const accounts = await ensureAccounts(
    scope,
    items.flatMap(({ item }) => item.account ?? []),
    null,
  );
  const changes = await upsert(
    scope,
    items.map(({ item: { account, ...person } }) => ({
      ...person,
      accountId: accounts.get(account?.externalId ?? ''),
    })),
  );
  return items.map(({ index }, at) => ({ index, kind: changes[at]?.kind ?? 'unchanged' }));
}

export const listContacts = defineListOperation({
  id: 'listContacts',
  path: '/contacts',
  tag: 'Contacts',
  summary: 'List contacts, the newest first',
  description: 'With the accounts they are at.',
  right: 'contacts:read',
  filter: {
    externalId: z.string().max(500).optional(),
    email: z.string().max(320).toLowerCase().optional(),
    account: z.uuid().optional().describe('Id of an account.'),
  },
  row: contactRecordSchema,
  find: findContactRecords,
});
