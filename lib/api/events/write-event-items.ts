import { z } from 'zod';
import { ensureAccounts } from '@/lib/accounts/ensure-accounts';
import { resolveContacts } from '@/lib/accounts/ensure-contacts';
import { findOnlyAccounts } from '@/lib/accounts/find-only-accounts';
import { recordUsageEvents } from '@/lib/accounts/record-usage-events';
import type { PlacedItem } from '@/lib/api/batch-operation';
import { accountReference, contactReference, externalId, text, time } from '@/lib/api/fields';
import { type ItemOutcome, refuse } from '@/lib/api/item-outcome';
import { isPublicKey } from '@/lib/auth/api-scopes';
import type { Scope } from '@/lib/db/scope';

/** The largest count of a column of 4 bytes. */
const MOST_TIMES = 2_147_483_647;

/** Something somebody did with the product, as a program sends it. */
export const eventItemSchema = z
  .strictObject({
    externalId,
    name: text(200).describe(
      'What was done, such as report_exported. active_users counts the people active in a week.',
    ),
    occurredAt: time,
    count: z.int().min(1).max(MOST_TIMES).default(1),
    account: accountReference
      .optional()
      .describe('Left out: the one account that the person is known to be at.'),
    contact: contactReference.optional(),
  })
  .meta({ id: 'EventItem' });

export type EventItem = z.output<typeof eventItemSchema>;

/**
 * Writes usage events, each at an account. Of a public key an e-mail address is not believed, and nobody is taken from the
 * account they are known to be at: everybody can read such a key and speak as anybody.
 */
export async function writeEventItems(
  scope: Scope,
  items: readonly PlacedItem<EventItem>[],
  { sourceId }: { sourceId: string },
): Promise<ItemOutcome[]> {
  const isPublic = isPublicKey(scope);
  const isBelieved = ({ item }: PlacedItem<EventItem>) => !isPublic || item.contact?.email === undefined;
  const refused = items
    .filter((placed) => !isBelieved(placed))
    .map(({ index }) => refuse(index, 'contact.email', 'A public key names people by externalId alone.'));
  return [...refused, ...(await writeBelieved(scope, items.filter(isBelieved), { sourceId, isPublic }))];
}

async function writeBelieved(
  scope: Scope,
  items: readonly PlacedItem<EventItem>[],
  { sourceId, isPublic }: { sourceId: string; isPublic: boolean },
): Promise<ItemOutcome[]> {
  const accounts = await ensureAccounts(
    scope,
    items.flatMap(({ item }) => item.account ?? []),
    null,
  );
  const named = items.map(({ item }) => accounts.get(item.account?.externalId ?? ''));
  const contacts = await resolveContacts(
    scope,
    items.map(({ item }, at) => ({ ...item.contact, accountId: named[at] })),
    null,
    { keepsEmployments: isPublic },
  );
  const contactIds = contacts.map((contact) => contact?.contactId ?? null);
  const known = await findOnlyAccounts(
    scope,
    contactIds.flatMap((id, at) => (id !== null && named[at] === undefined ? [id] : [])),
  );
  const accountIds = items.map((_, at) => named[at] ?? known.get(contactIds[at] ?? ''));
  const added = await recordUsageEvents(
    scope,
    items.flatMap(({ item: { account: _, contact: __, ...event } }, at) => {
      const accountId = accountIds[at];
      return accountId ? [{ ...event, sourceId, accountId, contactId: contactIds[at] ?? undefined }] : [];
    }),
  );
  return items.map(({ index, item }, at): ItemOutcome => {
    if (!accountIds[at]) {
      return refuse(
        index,
        'account',
        'It belongs to no account. Give one, or a contact known to be at one account.',
      );
    }
    return { index, kind: added.delete(item.externalId) ? 'added' : 'unchanged' };
  });
}
