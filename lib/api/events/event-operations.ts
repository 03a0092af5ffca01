import { z } from 'zod';
import { defineSourcedBatchOperation } from '@/lib/api/batch-operation';
import { eventRecordSchema, findEventRecords } from '@/lib/api/events/find-event-records';
import { eventItemSchema, writeEventItems } from '@/lib/api/events/write-event-items';
import { defineListOperation } from '@/lib/api/list-operation';

export const addEvents = defineSourcedBatchOperation({
  id: 'addEvents',
  path: '/events',
  tag: 'Events',
  summary: 'Add usage events and purchases',
  description:
    'Up to 1,000 at once, each stored once by source and external id. An event belongs to an account; one with an amount is a purchase.',
  right: 'events:write',
  item: eventItemSchema,
  exampleItem: {
    externalId: 'event-1',
    name: 'report_exported',
    occurredAt: '2026-08-22T10:00:00Z',
    account: { externalId: 'acme' },
    contact: { externalId: 'u-1' },
  },
  write: writeEventItems,
});

export const listEvents = defineListOperation({
  id: 'listEvents',
  path: '/events',
  tag: 'Events',
  summary: 'List usage events, the latest to arrive first',
  description: 'What people at an account did.',
  right: 'events:read',
  filter: {
    account: z.uuid().optional().describe('Id of an account.'),
    name: z.string().max(200).optional(),
  },
  row: eventRecordSchema,
  find: findEventRecords,
});
