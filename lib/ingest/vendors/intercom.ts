import { z } from 'zod';
import type { Arrival, Who } from '@/lib/ingest/arrivals/arrival';
import { htmlToText } from '@/lib/ingest/html-text';
import { key, unixSeconds, words } from '@/lib/ingest/vendors/fields';

const authorSchema = z.object({ type: z.string(), id: key.nullish(), name: words, email: words });
type Author = z.output<typeof authorSchema>;

const contactSchema = z.object({ id: key, external_id: key.nullish() });

/** A conversation as Intercom's API and webhooks give it (models 2.3 and later). */
export const intercomConversationSchema = z.object({
  id: key,
  created_at: unixSeconds,
  updated_at: unixSeconds.optional(),
  title: words,
  source: z.object({
    id: key.nullish(),
    delivered_as: words,
    subject: words,
    body: words,
    author: authorSchema,
    url: words,
  }),
  contacts: z.object({ contacts: z.array(contactSchema).default([]) }).nullish(),
  conversation_rating: z
    .object({
      rating: z.number().int().nullish(),
      remark: words,
      created_at: unixSeconds.nullish(),
    })
    .nullish(),
  conversation_parts: z
    .object({
      conversation_parts: z.array(
        z.object({
          id: key,
          part_type: z.string(),
          body: words,
          created_at: unixSeconds,
          author: authorSchema,
          redacted: z.boolean().nullish(),
        }),
      ),
    })
    .nullish(),
});
export type IntercomConversation = z.output<typeof intercomConversationSchema>;

/** Users, leads and contacts are customers; admins, teams, bots and operators are not. */
const isCustomer = ({ type }: Author) => /^(user|lead|contact)$/.test(type);

/** What customers said in a conversation, and how they judged it. Notes and replies of staff and bots are left out. */
export function readIntercomConversation(conversation: IntercomConversation): Arrival[] {
  const { id, source, contacts, conversation_parts: parts, conversation_rating: rating } = conversation;
  const keyOf = new Map((contacts?.contacts ?? []).map((one) => [one.id, one.external_id ?? undefined]));
  const whoOf = (author: Author): Who =>
    author.id
      ? {
          contact: {
            externalId: keyOf.get(author.id) ?? `intercom:${author.id}`,
            email: author.email,
            name: author.name,
          },
        }
      : { contact: { email: author.email, name: author.name } };
  const first = [...keyOf][0];
  const who: Who = isCustomer(source.author)
    ? whoOf(source.author)
    : first
      ? { contact: { externalId: first[1] ?? `intercom:${first[0]}` } }
      : {};
  const externalId = `conversation/${id}`;
  const turns = [
    ...(isCustomer(source.author) && source.body
      ? [
          {
            externalId: `${externalId}/source`,
            text: htmlToText(source.body),
            at: conversation.created_at,
            who,
          },
        ]
      : []),
    ...(parts?.conversation_parts ?? []).flatMap((part) =>
      isCustomer(part.author) && part.body && part.part_type !== 'note' && !part.redacted
        ? [
            {
              externalId: `part/${part.id}`,
              text: htmlToText(part.body),
              at: part.created_at,
              who: whoOf(part.author),
            },
          ]
        : [],
    ),
  ].filter(({ text }) => text);
  const arrivals: Arrival[] = [];
  if (turns.length > 0) {
    arrivals.push({
      kind: 'conversation',
      externalId,
      channel: 'chat',
      subject: conversation.title ?? (source.subject ? htmlToText(source.subject) : undefined),
      startedAt: conversation.created_at,
      turns,
      ...who,
    });
  }
  if (rating?.rating) {
    arrivals.push({
      kind: 'response',
      externalId: `rating/${id}`,
      channel: 'chat',
      submittedAt: rating.created_at ?? conversation.updated_at ?? conversation.created_at,
      scores: [{ metric: 'csat', score: rating.rating }],
      texts: rating.remark ? [{ text: rating.remark }] : [],
      conversation: externalId,
      ...who,
    });
  }
  for (const { id: partId, redacted } of parts?.conversation_parts ?? []) {
    // It may be here from before.
    if (redacted) arrivals.push({ kind: 'removal', of: 'statement', externalId: `part/${partId}` });
  }
  return arrivals;
}

const notificationSchema = z.object({ topic: z.string(), data: z.object({ item: z.unknown() }) });

/** Such notifications name what is gone, and tell nothing else of it. */
const deletedSchema = z
  .object({ id: key.optional(), conversation_id: key.optional() })
  .refine(({ id, conversation_id }) => id ?? conversation_id, 'It names no conversation.');

/** A notification about a conversation. @throws ZodError */
export function readIntercomNotification(body: unknown): { arrivals: Arrival[] } | { ignored: string } {
  const { topic, data } = notificationSchema.parse(body);
  if (topic === 'conversation.deleted') {
    const { id, conversation_id } = deletedSchema.parse(data.item);
    return {
      arrivals: [
        { kind: 'removal', of: 'conversation', externalId: `conversation/${id ?? conversation_id}` },
      ],
    };
  }
  if (!topic.startsWith('conversation.')) return { ignored: `a notification ${topic}` };
  const item = z.object({ source: z.unknown().optional() }).parse(data.item);
  // Some topics name the conversation and tell nothing of it.
  if (item.source === undefined) return { ignored: `a notification ${topic} without the conversation` };
  const arrivals = readIntercomConversation(intercomConversationSchema.parse(data.item));
  return arrivals.length > 0 ? { arrivals } : { ignored: 'nothing that a customer wrote' };
}
