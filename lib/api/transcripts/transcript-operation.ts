import { z } from 'zod';
import { parseItems } from '@/lib/api/batch-operation';
import { ensureApiSource } from '@/lib/api/ensure-api-source';
import { sourceName, text } from '@/lib/api/fields';
import { batchResultSchema, type ItemOutcome, refuse, toBatchAnswer } from '@/lib/api/item-outcome';
import {
  type ReadTranscript,
  readTranscript,
  transcriptItemSchema,
} from '@/lib/api/transcripts/read-transcript';
import { writeOrReplace } from '@/lib/api/transcripts/replace-transcripts';
import type { PlacedTranscript } from '@/lib/api/transcripts/write-transcripts';
import { notFound } from '@/lib/core/errors';
import { relabelSpeaker } from '@/lib/feedback/relabel-speaker';
import { defineOperation } from '@/lib/http/api-operation';
import { transcriptFormats } from '@/lib/ingest/transcripts/transcript';

const MOST_TRANSCRIPTS = 100;
const MOST_SKIPPED_TOLD = 100;

const bodyOf = <Each extends z.ZodType>(each: Each) =>
  z.strictObject({ source: sourceName, items: z.array(each).min(1).max(MOST_TRANSCRIPTS) });

const readingSchema = z.object({
  index: z.int().min(0),
  format: z.enum(transcriptFormats),
  statements: z.int().min(0).describe('What customers said, joined into statements.'),
  speakers: z.array(
    z.object({
      name: z.string(),
      label: z
        .string()
        .nullable()
        .describe(
          'What tells them apart in the stored conversation, to name them by when their side is corrected.',
        ),
      side: z.enum(['customer', 'staff', 'unknown']),
      by: z
        .enum(['name', 'domain', 'file', 'role', 'rest', 'questions', 'nothing'])
        .describe('By what the side was told.'),
    }),
  ),
  skipped: z
    .array(z.object({ line: z.int(), reason: z.string() }))
    .describe(`Parts that could not be read; the first ${MOST_SKIPPED_TOLD}.`),
});

export const addTranscripts = defineOperation({
  id: 'addTranscripts',
  method: 'POST',
  path: '/transcripts',
  tag: 'Transcripts',
  summary: 'Add transcripts of calls and chats',
  description:
    'Up to 100 at once. Staff and customers are told apart by the names and domains given, by roles in the names, and between two by who asks; only what customers say becomes feedback, joined into statements, each with its time. The answer says who was taken for what: where it is wrong, say so by speaker, or send it again with staff or customers by name and ifStored replace. What others than customers say is kept beside it and never judged.',
  right: 'feedback:write',
  params: z.object({}),
  query: z.strictObject({}),
  body: bodyOf(z.unknown()),
  documentedBody: bodyOf(transcriptItemSchema),
  example: {
    source: 'calls',
    items: [
      {
        externalId: 'call-1',
        startedAt: '2026-08-22T10:00:00Z',
        content:
          'WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann Lee>The export is slow.</v>\n\n00:05.000 --> 00:07.000\n<v Sam>Since when?</v>',
        staff: ['Sam'],
        account: { externalId: 'acme' },
      },
    ],
  },
  response: batchResultSchema.extend({ transcripts: z.array(readingSchema) }),
  isBatch: true,
  async run(scope, { body }) {
    const { placed, refused } = parseItems(transcriptItemSchema, body.items);
    const outcomes: ItemOutcome[] = [...refused];
    const readable: PlacedTranscript[] = [];
    for (const { index, item } of placed) {
      const read = readTranscript(item);
      if ('problem' in read) outcomes.push(refuse(index, read.field, read.problem));
      else readable.push({ index, item, read });
    }
    return scope.run(async (_db, inner) => {
      const sourceId = await ensureApiSource(inner, body.source);
      outcomes.push(...(await writeOrReplace(inner, readable, { sourceId })));
      const answer = toBatchAnswer(outcomes.toSorted((a, b) => a.index - b.index));
      const transcripts = readable.map(({ index, read }) => ({
        index,
        format: read.format,
        statements: read.statements.length,
        speakers: [...read.sides].map(([name, side]) => ({ name, label: labelOf(name, read), ...side })),
        skipped: read.skipped.slice(0, MOST_SKIPPED_TOLD),
      }));
      return { status: answer.status, body: { ...answer.body, transcripts } };
    });
  },
});

const labelOf = (name: string, { customers, others }: ReadTranscript) =>
  customers.get(name)?.label ?? others.find(({ turn }) => turn.speaker === name)?.label ?? null;

export const correctSpeaker = defineOperation({
  id: 'correctSpeaker',
  method: 'POST',
  path: '/transcripts/speakers',
  tag: 'Transcripts',
  summary: 'Say on which side a speaker stands',
  description:
    'Of a stored transcript. The words of a customer become feedback, those of staff are kept beside it: nothing is lost and nothing has to be sent again. Whoever changes sides has another label from then on.',
  right: 'feedback:write',
  params: z.object({}),
  query: z.strictObject({}),
  body: z.strictObject({
    source: sourceName,
    externalId: text(400).describe('Your own key of the conversation.'),
    speaker: text(200).describe('Their label, such as Staff 1: the answer to the transcript told it.'),
    side: z.enum(['customer', 'staff']),
  }),
  example: { source: 'calls', externalId: 'call-1', speaker: 'Staff 1', side: 'customer' },
  response: z.object({
    speaker: z.string().describe('Their label from now on.'),
    moved: z.int().min(0).describe('What they said that is on the other side now.'),
  }),
  async run(scope, { body: { source, externalId, speaker, side } }) {
    const conversation = await scope.run((db) =>
      db.conversation.findFirst({
        where: { workspaceId: scope.workspaceId, externalId, source: { kind: 'api', name: source } },
        select: { id: true },
      }),
    );
    if (!conversation) throw notFound('transcript of this source');
    return { body: await relabelSpeaker(scope, { conversationId: conversation.id, speaker, side }) };
  },
});
