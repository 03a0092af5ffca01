import { z } from 'zod';
import { feedbackFilterSchema } from '@/lib/annotations/feedback-filter';
import { defineSourcedBatchOperation } from '@/lib/api/batch-operation';
import { feedbackRecordSchema } from '@/lib/api/feedback/feedback-record';
import { findFeedbackRecords } from '@/lib/api/feedback/find-feedback-records';
import { feedbackItemSchema, writeFeedbackItems } from '@/lib/api/feedback/write-feedback-items';
import { defineListOperation } from '@/lib/api/list-operation';
import { notFound } from '@/lib/core/errors';
import { defineOperation } from '@/lib/http/api-operation';

export const addFeedback = defineSourcedBatchOperation({
  id: 'addFeedback',
  path: '/feedback',
  tag: 'Feedback',
  summary: 'Add statements of customers',
  description:
    'Up to 1,000 at once. Each is redacted, stored once by source and external id, and read for sentiment and themes soon after. Scores beside a text are sent as a response.',
  right: 'feedback:write',
  item: feedbackItemSchema,
  exampleItem: {
    externalId: 'ticket-4711',
    text: 'The export takes ten minutes since the last update.',
    occurredAt: '2026-08-22T10:00:00Z',
    channel: 'ticket',
    account: { externalId: 'acme', name: 'Acme' },
    contact: { email: 'ann@example.org' },
  },
  write: writeFeedbackItems,
});

const { q, sentiment, kind, intent, channel, language, theme, branch, problem, from, to } =
  feedbackFilterSchema.shape;
const { account, accountless, contact } = feedbackFilterSchema.shape;

export const listFeedback = defineListOperation({
  id: 'listFeedback',
  path: '/feedback',
  tag: 'Feedback',
  summary: 'List statements, the newest first',
  description: 'Each with its sentiment, kind and themes, as far as the text engine has read it.',
  right: 'feedback:read',
  filter: {
    ...{ kind, intent, channel },
    sentiment: sentiment.describe('Of the statement; with a theme, about that theme.'),
    q: q.describe('Words as in a web search: "exact phrase", -without, or.'),
    language: language.describe('Code of ISO 639-1, such as en.'),
    theme: theme.describe('Id of a theme, without its sub-themes.'),
    branch: branch.describe(
      'Id of a theme, with its sub-themes: with problem=1 and to={asOf}, the statements that an issue counts.',
    ),
    problem: problem.describe('1 for those that speak of a problem with the theme, or with any.'),
    account: account.describe('Id of an account.'),
    accountless: accountless.describe('1 for those of no known account.'),
    contact: contact.describe('Id of a contact.'),
    from: from.describe('First day, in UTC.'),
    to: to.describe('Last day, in UTC.'),
    source: z.string().max(100).optional(),
    externalId: z.string().max(500).optional(),
  },
  row: feedbackRecordSchema,
  find: findFeedbackRecords,
});

export const getFeedback = defineOperation({
  id: 'getFeedback',
  method: 'GET',
  path: '/feedback/{id}',
  tag: 'Feedback',
  summary: 'Get one statement',
  description: 'With its sentiment, kind and themes, as far as the text engine has read it.',
  right: 'feedback:read',
  params: z.object({ id: z.uuid() }),
  query: z.strictObject({}),
  body: z.undefined(),
  response: feedbackRecordSchema,
  async run(scope, { params }) {
    const [found] = await findFeedbackRecords(scope, params, { after: null, limit: 1 });
    if (!found) throw notFound('feedback');
    return { body: found.row };
  },
});
