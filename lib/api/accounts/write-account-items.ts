import { z } from 'zod';
import { findAccountFaults } from '@/lib/accounts/find-account-faults';
import { normaliseDomain } from '@/lib/accounts/mail-domain';
import { noteAccountsWritten } from '@/lib/accounts/note-accounts-written';
import type { AccountInput } from '@/lib/accounts/schema';
import { upsertAccounts } from '@/lib/accounts/upsert-accounts';
import type { PlacedItem } from '@/lib/api/batch-operation';
import { cents, clearableFields, currency, day, text } from '@/lib/api/fields';
import { type ItemOutcome, refuse } from '@/lib/api/item-outcome';
import type { Scope } from '@/lib/db/scope';

const MOST_LINES = 500;

/** What a program knows of an account. */
export const accountItemSchema = z
  .strictObject({
    externalId: text(500).describe('Your own key of the account.'),
    name: text(500).optional(),
    domain: text(253)
      .refine((written) => normaliseDomain(written) !== null, 'It is no domain. Give one such as acme.com.')
      .nullish()
      .describe('Of its e-mail addresses or its web site, such as acme.com.'),
    plan: text(200).nullish(),
    segment: text(200).nullish(),
    industry: text(200).nullish(),
    country: text(200).nullish(),
    arrCents: cents
      .optional()
      .describe('Annual recurring revenue in minor units of the currency; from today on where it changes.'),
    currency: currency.optional(),
    arrReason: text(2000)
      .nullish()
      .describe('Why it changed; kept with the line of the history that it makes.'),
    arrHistory: z
      .array(
        z.strictObject({
          validFrom: day.describe('The day from which on it holds.'),
          arrCents: cents,
          currency,
          reason: text(2000).nullish().describe('Why it changed to that.'),
        }),
      )
      .max(MOST_LINES)
      .optional()
      .describe(
        'What it paid from which days on. Lines of other days stay; the newest one says what it pays now.',
      ),
    startedAt: day.nullish(),
    renewalAt: day.nullish(),
    churnedAt: day.nullish().describe('The day it left; not before it started and not in the future.'),
    churnReason: text(2000).nullish(),
    custom: clearableFields.optional(),
  })
  .meta({ id: 'AccountItem' });

/** Writes accounts by the command that imports use, under the same checks. */
export async function writeAccountItems(
  scope: Scope,
  items: readonly PlacedItem<z.output<typeof accountItemSchema>>[],
  { now }: { now: Date },
): Promise<ItemOutcome[]> {
  const faults = await findAccountFaults(
    scope,
    items.map(({ item }): AccountInput => item),
    now,
  );
  const sound = items.filter((_, at) => faults[at] === null);
  const changes = await upsertAccounts(
    scope,
    sound.map(({ item }): AccountInput => item),
    { importId: null, asOf: now },
  );
  await noteAccountsWritten(scope, changes);
  return [
    ...sound.map(({ index }, at): ItemOutcome => ({ index, kind: changes[at]?.kind ?? 'unchanged' })),
    ...items.flatMap(({ index }, at) => {
      const fault = faults[at];
      return fault ? [refuse(index, fault.field, `It cannot be: ${fault.reason}.`)] : [];
    }),
  ];
}
