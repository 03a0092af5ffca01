import { z } from 'zod';
import type { PlacedItem } from '@/lib/api/batch-operation';
import { accountReference, contactReference, customFields, externalId, text, time } from '@/lib/api/fields';
import { type ItemOutcome, refuse } from '@/lib/api/item-outcome';
import type { Scope } from '@/lib/db/scope';
import { channels } from '@/lib/feedback/schema';
import type { FeedbackRow } from '@/lib/ingest/csv/imported-row';
import { writeFeedbackRows } from '@/lib/ingest/write-feedback-rows';

/** One statement of a customer as a program sends it. */
export const feedbackItemSchema = z
  .strictObject({
    externalId,
    text: text(100_000).describe('As they wrote it; personal data is redacted before it is stored.'),
    occurredAt: time,
    channel: z.enum(channels).default('other'),
    title: text(1000).optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional()
      .describe('Where people find it in your system.'),
    account: accountReference.optional(),
    contact: contactReference.optional(),
    custom: customFields.optional(),
  })
  .meta({ id: 'FeedbackItem' });

export type FeedbackItem = z.output<typeof feedbackItemSchema>;

/** Writes statements by the command that imports use. */
export async function writeFeedbackItems(
  scope: Scope,
  items: readonly PlacedItem<FeedbackItem>[],
  { sourceId }: { sourceId: string },
): Promise<ItemOutcome[]> {
  const outcomes = await writeFeedbackRows(
    scope,
    items.map(({ index, item }) => ({ index, line: index, externalId: item.externalId, row: toRow(item) })),
    {
      ...{ sourceId, importId: null, today: new Date() },
      columns: [{ field: 'occurredAt', column: 'occurredAt' }],
    },
  );
  return outcomes.map((outcome) => {
    if (outcome.kind !== 'failed') return { index: outcome.index, kind: outcome.kind };
    return outcome.column === null
      ? refuse(outcome.index, 'externalId', 'It was sent before with another text; the earlier one is kept.')
      : refuse(outcome.index, outcome.column, 'It is in the future.');
  });
}

function toRow({ account, contact, ...item }: FeedbackItem): FeedbackRow {
  return {
    text: item.text,
    title: item.title ?? null,
    externalId: item.externalId,
    occurredAt: item.occurredAt,
    accountExternalId: account?.externalId ?? null,
    accountName: account?.name ?? null,
    contactExternalId: contact?.externalId ?? null,
    contactEmail: contact?.email ?? null,
    contactPhone: contact?.phone ?? null,
    contactName: contact?.name ?? null,
    npsScore: null,
    csatScore: null,
    rating: null,
    channel: item.channel,
    language: null,
    url: item.url ?? null,
    amountCents: null,
    amountCurrency: null,
    custom: item.custom ?? {},
  };
}
