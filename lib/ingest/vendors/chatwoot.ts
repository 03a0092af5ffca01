import { z } from 'zod';
import type { Arrival, Who } from '@/lib/ingest/arrivals/arrival';
import { htmlToText } from '@/lib/ingest/html-text';
import { key, words } from '@/lib/ingest/vendors/fields';

const created = z
  .union([z.string(), z.number()])
  .transform((written) =>
    typeof written === 'number'
      ? new Date(written * 1000)
      : new Date(written.replace(' UTC', 'Z').replace(' ', 'T')),
  )
  .refine((time) => !Number.isNaN(time.getTime()), 'It is no time.');

const personSchema = z.object({ id: key, name: words, email: words, type: words, identifier: words });

const messageSchema = z.object({
  id: key,
  content: words,
  content_type: words,
  content_attributes: z
    .object({
      deleted: z.boolean().nullish().catch(null),
      submitted_values: z
        .object({
          csat_survey_response: z.object({ rating: z.number().int(), feedback_message: words }).nullish(),
        })
        .nullish()
        .catch(null),
    })
    .nullish(),
  message_type: z.union([z.string(), z.number()]),
  private: z.boolean().nullish(),
  created_at: created,
  sender: personSchema.nullish(),
  conversation: z.object({ id: key, meta: z.object({ sender: personSchema.nullish() }).nullish() }),
});

/** What Chatwoot says of a message: words of a contact, or how one judged a conversation. @throws ZodError */
export function readChatwootEvent(body: unknown): { arrivals: Arrival[] } | { ignored: string } {
  const { event } = z.object({ event: z.string() }).parse(body);
  if (event !== 'message_created' && event !== 'message_updated') return { ignored: `an event ${event}` };
  const message = messageSchema.parse(body);
  const { id, conversation, sender, content, created_at: at } = message;
  const externalId = `conversation/${conversation.id}`;
  // Its words are replaced by a notice that it was deleted.
  if (message.content_attributes?.deleted) {
    return { arrivals: [{ kind: 'removal', of: 'statement', externalId: `message/${id}` }] };
  }
  const csat = message.content_attributes?.submitted_values?.csat_survey_response;
  if (csat) {
    return {
      arrivals: [
        {
          kind: 'response',
          externalId: `csat/${id}`,
          channel: 'chat',
          submittedAt: at,
          scores: [{ metric: 'csat', score: csat.rating }],
          texts: csat.feedback_message ? [{ text: csat.feedback_message }] : [],
          conversation: externalId,
          ...whoOf(conversation.meta?.sender),
        },
      ],
    };
  }
  // 0 is incoming; outgoing, activity and template are ours or a bot's.
  const isIncoming = message.message_type === 'incoming' || message.message_type === 0;
  if (!isIncoming || message.private || !content) return { ignored: 'nothing that a contact wrote' };
  const who = whoOf(sender);
  return {
    arrivals: [
      {
        kind: 'conversation',
        externalId,
        channel: 'chat',
        startedAt: at,
        turns: [{ externalId: `message/${id}`, text: htmlToText(content), at }],
        ...who,
      },
    ],
  };
}

function whoOf(person: z.output<typeof personSchema> | null | undefined): Who {
  if (!person) return {};
  const { id, identifier, email, name } = person;
  return { contact: { externalId: identifier ?? `chatwoot:${id}`, email, name } };
}
