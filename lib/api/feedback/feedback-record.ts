import { z } from 'zod';
import { writtenCustom, writtenTime } from '@/lib/api/fields';
import { channels } from '@/lib/feedback/schema';
import { intentNames } from '@/lib/nlp/intents/intent';

const sentimentLabel = z.enum(['negative', 'neutral', 'positive']);
const share = z.number().min(0).max(1);

/** A statement of a customer with what was found in it. */
export const feedbackRecordSchema = z
  .object({
    id: z.uuid(),
    source: z.string(),
    externalId: z.string(),
    channel: z.enum(channels),
    title: z.string().nullable(),
    text: z.string().describe('Redacted, as it is stored.'),
    url: z.string().nullable(),
    custom: writtenCustom,
    occurredAt: writtenTime,
    account: z.object({ id: z.uuid(), externalId: z.string().nullable(), name: z.string() }).nullable(),
    contact: z.object({ id: z.uuid(), externalId: z.string().nullable() }).nullable(),
    responseId: z.uuid().nullable().describe('The response whose words it is.'),
    readAt: writtenTime
      .nullable()
      .describe('When the text engine read it; until then nothing is known of it.'),
    language: z.string().nullable().describe('Code of ISO 639-1.'),
    sentiment: z
      .object({
        label: sentimentLabel,
        score: z.number().min(-1).max(1).nullable(),
        confidence: share.nullable(),
      })
      .nullable(),
    kind: z.enum(['problem', 'request', 'praise', 'question', 'statement', 'no_content']).nullable(),
    intents: z.array(z.enum(intentNames)),
    themes: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        sentiment: sentimentLabel
          .nullable()
          .describe('About this theme: as most of its mentions here feel about it.'),
      }),
    ),
  })
  .meta({ id: 'Feedback' });

export type FeedbackRecord = z.input<typeof feedbackRecordSchema>;
