import { z } from 'zod';
import { ensureAccounts } from '@/lib/accounts/ensure-accounts';
import { resolveContacts } from '@/lib/accounts/ensure-contacts';
import { findOnlyAccounts } from '@/lib/accounts/find-only-accounts';
import { recordTransactions } from '@/lib/accounts/record-transactions';
import { recordUsageEvents } from '@/lib/accounts/record-usage-events';
import type { PlacedItem } from '@/lib/api/batch-operation';
import { accountReference, contactReference, currency, externalId, text, time } from '@/lib/api/fields';
import { type ItemOutcome, refuse } from '@/lib/api/item-outcome';
import { isPublicKey } from '@/lib/auth/api-scopes';
import type { Scope } from '@/lib/db/scope';

/** The largest count of a column of 4 bytes. */
const MOST_TIMES = 2_147_483_647;
/** What one event of a public key may count: everybody can read the key, and could make any account look busy. */
const MOST_PUBLIC_TIMES = 1000;

/** Something somebody did with the product, or bought, as a program sends it. */
export const eventItemSchema = z
  .strictObject({
    externalId,
    name: text(200).describe(
      'What was done, such as report_exported. active_users counts the people active in a week.',
    ),
    occurredAt: time,
    count: z
      .int()
      .min(1)
      .max(MOST_TIMES)
      .default(1)
      .describe(`How many times. With a public key at most ${MOST_PUBLIC_TIMES}.`),
    account: accountReference
      .optional()
      .describe('Left out: the one account that the person is known to be at.'),
    contact: contactReference.optional(),
    amountCents: z
      .int()
      .optional()
      .describe(
        'Given with the currency, the event is a purchase, or a refund where it is below 0, of so much in minor units. It stands in the timeline of the account and of the contact, and in the lifetime value, not among usage. Not with a public key.',
      ),
    currency: currency.optional(),
  })
  .refine(({ amountCents, currency: code }) => (amountCents === undefined) === (code === undefined), {
    error: 'An amount has a currency, and a currency an amount.',
    path: ['amountCents'],
  })
  .refine(({ amountCents, count }) => amountCents === undefined || count === 1, {
    error: 'A purchase is one: leave the count out.',
    path: ['count'],
  })
  .meta({ id: 'EventItem' });

export type EventItem = z.output<typeof eventItemSchema>;

/**
 * Writes usage events and purchases, each at an account. Of a public key an e-mail address is not believed, and nobody is taken from the
 * account they are known to be at: everybody can read such a key and speak as anybody.
 */
export async function writeEventItems(
  scope: Scope,
  items: readonly PlacedItem<EventItem>[],
  { sourceId }: { sourceId: string },
): Promise<ItemOutcome[]> {
  const isPublic = isPublicKey(scope);
  const refused = items.flatMap(({ index, item }): ItemOutcome[] => {
    if (!isPublic) return [];
    if (item.contact?.email !== undefined)
      return [refuse(index, 'contact.email', 'A public key names people by externalId alone.')];
    if (item.amountCents !== undefined)
      return [refuse(index, 'amountCents', 'A public key tells of no money: everybody can read it.')];
    if (item.count > MOST_PUBLIC_TIMES)
      return [refuse(index, 'count', `A public key counts at most ${MOST_PUBLIC_TIMES} an event.`)];
    return [];
  });
  const unbelieved = new Set(refused.map(({ index }) => index));
  const believed = items.filter(({ index }) => !unbelieved.has(index));
  return [...refused, ...(await writeBelieved(scope, believed, { sourceId, isPublic }))];
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
  const placed = items.flatMap(({ item }, at) => {
    const accountId = accountIds[at];
    const contactId = contactIds[at] ?? undefined;
    return accountId ? [{ item, place: { sourceId, accountId, contactId } }] : [];
  });
  const used = await recordUsageEvents(
    scope,
    placed.flatMap(({ item: { externalId: key, name, count, occurredAt, amountCents }, place }) =>
      amountCents === undefined ? [{ ...place, externalId: key, name, count, occurredAt }] : [],
    ),
  );
  const bought = await recordTransactions(
    scope,
    placed.flatMap(({ item: { externalId: key, name, occurredAt, amountCents, currency: code }, place }) =>
      amountCents === undefined || code === undefined
        ? []
        : [{ ...place, externalId: key, kind: name, occurredAt, amountCents, currency: code }],
    ),
  );
  return items.map(({ index, item }, at): ItemOutcome => {
    if (!accountIds[at]) {
      return refuse(
        index,
        'account',
        'It belongs to no account. Give one, or a contact known to be at one account.',
      );
    }
    const added = item.amountCents === undefined ? used : bought;
    return { index, kind: added.delete(item.externalId) ? 'added' : 'unchanged' };
  });
}
