import { z } from 'zod';
import { parseItems } from '@/lib/api/batch-operation';
import { ensureApiSource } from '@/lib/api/ensure-api-source';
import { MOST_ITEMS } from '@/lib/api/fields';
import { batchResultSchema, toBatchAnswer } from '@/lib/api/item-outcome';
import { segmentMessageSchema } from '@/lib/api/segment/segment-message';
import { writeSegmentMessages } from '@/lib/api/segment/write-segment-messages';
import { defineOperation, parseInput } from '@/lib/http/api-operation';

/** The calls of Segment's HTTP interface, and the letters by which its script for browsers knows them. */
const typeOfCall = {
  ...{ identify: 'identify', group: 'group', track: 'track', page: 'page', screen: 'screen', alias: 'alias' },
  ...{ i: 'identify', g: 'group', t: 'track', p: 'page', s: 'screen', a: 'alias' },
  ...{ batch: null, b: null },
} as const;
type Call = keyof typeof typeOfCall;

const batchSchema = z.looseObject({ batch: z.array(z.unknown()).min(1).max(MOST_ITEMS) });

export const segment = defineOperation({
  id: 'segment',
  method: 'POST',
  path: '/segment/{call}',
  tag: 'Segment',
  summary: 'Take messages of Segment’s libraries',
  description: [
    'Point a library at `/api/v1/segment` (or `/api/v1/segment/v1`) with an API key as its write key: as the user of Basic authentication, or as `writeKey` in the body.',
    '`identify` and `group` describe people and companies, `track` adds a usage event at the account of `context.groupId` or of the person; a message is stored once by `messageId`. `page`, `screen` and `alias` are passed over.',
    'Write keys are public by habit: none of them sets revenue or churn here, and one without accounts:write and contacts:write only fills in what is not known yet, and neither e-mail addresses nor domains.',
  ].join('\n\n'),
  right: 'events:write',
  params: z.object({ call: z.enum(Object.keys(typeOfCall) as [Call, ...Call[]]) }),
  query: z.strictObject({}),
  body: z.unknown(),
  documentedBody: z.union([z.looseObject({ batch: z.array(segmentMessageSchema) }), segmentMessageSchema]),
  example: {
    type: 'track',
    event: 'Report exported',
    messageId: 'message-1',
    userId: 'u-1',
    timestamp: '2026-08-22T10:00:00Z',
    context: { groupId: 'acme' },
  },
  response: batchResultSchema.extend({ success: z.literal(true) }),
  isBatch: true,
  isForBrowsers: true,
  mostBodyBytes: 1_000_000,
  async run(scope, { params, body }) {
    const type = typeOfCall[params.call];
    const messages =
      type === null ? parseInput(batchSchema, body, 'The body').batch : [{ ...asObject(body), type }];
    const { placed, refused } = parseItems(segmentMessageSchema, messages);
    return scope.run(async (_db, inner) => {
      const sourceId = await ensureApiSource(inner, 'Segment');
      const written = await writeSegmentMessages(inner, placed, { sourceId, now: new Date() });
      const answer = toBatchAnswer([...refused, ...written].toSorted((a, b) => a.index - b.index));
      return { status: answer.status, body: { success: true as const, ...answer.body } };
    });
  },
});

const asObject = (body: unknown): object => (typeof body === 'object' && body !== null ? body : {});
