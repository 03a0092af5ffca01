import { z } from 'zod';
import { type PlacedItem, parseItems } from '@/lib/api/batch-operation';
import {
  type CloudEvent,
  cloudEventSchema,
  isFeedback,
  readCloudEvents,
  readEvent,
  readFeedback,
} from '@/lib/api/cloud-events/cloud-event';
import { ensureApiSource } from '@/lib/api/ensure-api-source';
import { writeEventItems } from '@/lib/api/events/write-event-items';
import { writeFeedbackItems } from '@/lib/api/feedback/write-feedback-items';
import { MOST_ITEMS } from '@/lib/api/fields';
import { batchResultSchema, type ItemOutcome, refuse, toBatchAnswer } from '@/lib/api/item-outcome';
import { mayUse } from '@/lib/auth/api-scopes';
import type { Scope } from '@/lib/db/scope';
import { defineOperation } from '@/lib/http/api-operation';

export const addCloudEvents = defineOperation({
  id: 'addCloudEvents',
  method: 'POST',
  path: '/cloudevents',
  tag: 'CloudEvents',
  summary: 'Take CloudEvents',
  description:
    'One CloudEvent 1.0 in structured JSON or in binary mode (attributes as ce- headers, data as the body), or a batch of up to 1,000. Data is JSON, also as data_base64. An event whose type has the word feedback, such as com.example.feedback.received, is a statement with the fields of POST /feedback in its data, and takes the scope feedback:write; any other is a usage event with those of POST /events, named by its type unless data has a name. Each is stored once by source and id.',
  right: 'events:write',
  params: z.object({}),
  query: z.strictObject({}),
  body: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown()).min(1).max(MOST_ITEMS)]),
  documentedBody: z.union([cloudEventSchema, z.array(cloudEventSchema).min(1).max(MOST_ITEMS)]),
  example: {
    specversion: '1.0',
    type: 'com.example.feedback.received',
    source: '/helpdesk',
    id: 'A234-1234-1234',
    time: '2026-08-22T10:00:00Z',
    data: { text: 'The export is slow.', channel: 'ticket' },
  },
  response: batchResultSchema,
  isBatch: true,
  readBody: readCloudEvents,
  mediaTypes: ['application/cloudevents+json', 'application/cloudevents-batch+json'],
  async run(scope, { body }) {
    const now = new Date();
    const { placed, refused } = parseItems(cloudEventSchema, Array.isArray(body) ? body : [body]);
    return scope.run(async (_db, inner) => {
      const bySource = new Map<string, PlacedItem<CloudEvent>[]>();
      for (const each of placed) {
        bySource.set(each.item.source, [...(bySource.get(each.item.source) ?? []), each]);
      }
      const outcomes = [...refused];
      for (const [source, events] of bySource) {
        const sourceId = await ensureApiSource(inner, source);
        outcomes.push(...(await writeEvents(inner, events, { sourceId, now })));
      }
      return toBatchAnswer(outcomes.toSorted((a, b) => a.index - b.index));
    });
  },
});

async function writeEvents(
  scope: Scope,
  events: readonly PlacedItem<CloudEvent>[],
  { sourceId, now }: { sourceId: string; now: Date },
): Promise<ItemOutcome[]> {
  const outcomes: ItemOutcome[] = [];
  const take =
    <Item>(read: (event: PlacedItem<CloudEvent>) => PlacedItem<Item> | ItemOutcome) =>
    (event: PlacedItem<CloudEvent>): PlacedItem<Item>[] => {
      const result = read(event);
      if ('item' in result) return [result];
      outcomes.push(result);
      return [];
    };
  const statements = events.filter(({ item }) => isFeedback(item));
  const mayAdd = mayUse(scope, 'feedback:write');
  if (!mayAdd) {
    outcomes.push(
      ...statements.map(({ index }) => refuse(index, 'type', 'This key lacks the scope feedback:write.')),
    );
  }
  const feedback = (mayAdd ? statements : []).flatMap(take((event) => readFeedback(event, now)));
  const usage = events
    .filter(({ item }) => !isFeedback(item))
    .flatMap(take((event) => readEvent(event, now)));
  if (feedback.length > 0) outcomes.push(...(await writeFeedbackItems(scope, feedback, { sourceId })));
  if (usage.length > 0) outcomes.push(...(await writeEventItems(scope, usage, { sourceId })));
  return outcomes;
}
