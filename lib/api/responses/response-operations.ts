import { z } from 'zod';
import { defineSourcedBatchOperation } from '@/lib/api/batch-operation';
import { defineListOperation } from '@/lib/api/list-operation';
import { findResponseRecords, responseRecordSchema } from '@/lib/api/responses/find-response-records';
import { responseItemSchema, writeResponseItems } from '@/lib/api/responses/write-response-items';
import { dayInAddress } from '@/lib/responses/address';
import { metrics } from '@/lib/responses/schema';

export const addResponses = defineSourcedBatchOperation({
  id: 'addResponses',
  path: '/responses',
  tag: 'Responses',
  summary: 'Add answers to a questionnaire',
  description:
    'Scores of one person at one time, with what they wrote beside them. Up to 1,000 at once, each stored once by source and external id.',
  right: 'responses:write',
  item: responseItemSchema,
  exampleItem: {
    externalId: 'nps-0815',
    submittedAt: '2026-08-22T10:00:00Z',
    scores: [{ metric: 'nps', score: 6 }],
    texts: [{ text: 'Good, but the export is slow.' }],
    account: { externalId: 'acme' },
    contact: { externalId: 'u-1' },
  },
  write: writeResponseItems,
});

export const listResponses = defineListOperation({
  id: 'listResponses',
  path: '/responses',
  tag: 'Responses',
  summary: 'List responses, the newest first',
  description: 'With their scores and the ids of the feedback that is their text.',
  right: 'responses:read',
  filter: {
    metric: z.enum(metrics).optional().describe('Those with a score of it.'),
    survey: z.string().max(200).optional().describe('Key of a survey.'),
    account: z.uuid().optional().describe('Id of an account.'),
    contact: z.uuid().optional().describe('Id of a contact.'),
    source: z.string().max(100).optional(),
    externalId: z.string().max(500).optional(),
    from: dayInAddress.optional().describe('First day, in UTC.'),
    to: dayInAddress.optional().describe('Last day, in UTC.'),
  },
  row: responseRecordSchema,
  find: findResponseRecords,
});
