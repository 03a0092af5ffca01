import { z } from 'zod';
import type { Arrival, Who } from '@/lib/ingest/arrivals/arrival';
import { key, time, words } from '@/lib/ingest/vendors/fields';

/** How Zendesk's things are named here, by webhook and by connector alike. */
export const zendeskKeys = {
  ticket: (id: string) => `ticket/${id}`,
  description: (ticketId: string) => `ticket/${ticketId}/description`,
  comment: (id: string) => `comment/${id}`,
  rating: (id: string) => `rating/${id}`,
  user: (id: string) => `zendesk:${id}`,
  organization: (id: string) => `zendesk:organization:${id}`,
};

export const zendeskRemoval = (ticketId: string): Arrival => ({
  kind: 'removal',
  of: 'conversation',
  externalId: zendeskKeys.ticket(ticketId),
});

/** Who a ticket is from, as far as its ids say. */
export function zendeskWho(
  requesterId: string | undefined,
  organizationId: string | undefined,
  known: { email?: string | undefined; name?: string | undefined; organization?: string | undefined } = {},
): Who {
  return {
    contact:
      requesterId === undefined
        ? undefined
        : { externalId: zendeskKeys.user(requesterId), email: known.email, name: known.name },
    account:
      organizationId === undefined
        ? undefined
        : {
            externalId: zendeskKeys.organization(organizationId),
            name: known.organization ?? `Zendesk organization ${organizationId}`,
          },
  };
}

const eventSchema = z.object({
  type: z.string(),
  time,
  detail: z.object({
    id: key,
    subject: words,
    description: words,
    requester_id: key.nullish(),
    submitter_id: key.nullish(),
    organization_id: key.nullish(),
    created_at: time,
  }),
  event: z.object({
    comment: z
      .object({
        id: key,
        body: z.string(),
        is_public: z.boolean().default(true),
        author: z.object({ id: key, is_staff: z.boolean(), name: words }),
      })
      .optional(),
  }),
});

/**
 * A ticket event: its description when it is made, a comment when one is added, and that it was deleted. What staff wrote, and
 * notes among them, are no customer's words.
 * @throws ZodError
 */
export function readZendeskEvent(body: unknown): { arrivals: Arrival[] } | { ignored: string } {
  const { type } = z.object({ type: z.string() }).parse(body);
  if (/^zen:event-type:ticket\.(soft|permanently)_deleted$/.test(type)) {
    const { detail } = z.object({ detail: z.object({ id: key }) }).parse(body);
    return { arrivals: [zendeskRemoval(detail.id)] };
  }
  if (!/^zen:event-type:ticket\.(created|comment_added)$/.test(type)) return { ignored: `an event ${type}` };
  const { detail, event, time: at } = eventSchema.parse(body);
  const who = zendeskWho(detail.requester_id ?? undefined, detail.organization_id ?? undefined);
  const conversation = (turns: Extract<Arrival, { kind: 'conversation' }>['turns']): Arrival => ({
    kind: 'conversation',
    externalId: zendeskKeys.ticket(detail.id),
    channel: 'ticket',
    subject: detail.subject,
    startedAt: detail.created_at,
    turns,
    ...who,
  });
  if (type.endsWith('created')) {
    const isByStaff = detail.submitter_id && detail.submitter_id !== detail.requester_id;
    if (isByStaff || !detail.description) return { ignored: 'a ticket that staff wrote' };
    const externalId = zendeskKeys.description(detail.id);
    return { arrivals: [conversation([{ externalId, text: detail.description, at: detail.created_at }])] };
  }
  const { comment } = event;
  if (!comment) return { ignored: 'an event without a comment' };
  if (comment.author.is_staff || !comment.is_public) return { ignored: 'a comment of staff' };
  // The first comment of a ticket is its description, which has come already.
  if (comment.body.trim() === detail.description) return { ignored: 'the description of the ticket again' };
  const { author } = comment;
  const isRequester = author.id === detail.requester_id;
  return {
    arrivals: [
      conversation([
        {
          externalId: zendeskKeys.comment(comment.id),
          text: comment.body,
          at,
          who: isRequester
            ? who
            : { ...who, contact: { externalId: zendeskKeys.user(author.id), name: author.name } },
        },
      ]),
    ],
  };
}
