import { z } from 'zod';
import type { Arrival, Who } from '@/lib/ingest/arrivals/arrival';
import { htmlToText } from '@/lib/ingest/html-text';
import { key, words } from '@/lib/ingest/vendors/fields';

/** How Freshdesk's things are named here, by webhook and by connector alike. */
export const freshdeskKeys = {
  ticket: (id: string) => `ticket/${id}`,
  description: (ticketId: string) => `ticket/${ticketId}/description`,
  comment: (id: string) => `conversation/${id}`,
  rating: (id: string) => `rating/${id}`,
  user: (id: string) => `freshdesk:${id}`,
  company: (id: string) => `freshdesk:company:${id}`,
};

/** Freshdesk's seven steps of happiness on the scale 1 to 5: three happy ones, a neutral one, three unhappy ones. */
const CSAT: Record<number, number> = { 103: 5, 102: 5, 101: 4, 100: 3, [-101]: 2, [-102]: 1, [-103]: 1 };

export const toCsat = (step: number): number | null => CSAT[step] ?? null;

/** What an automation rule of Freshdesk sends in its simple form. */
const ruleSchema = z.object({
  freshdesk_webhook: z.object({
    ticket_id: key,
    ticket_subject: words,
    ticket_description: words,
    ticket_url: words,
    ticket_contact_email: words,
    ticket_contact_name: words,
    ticket_requester_email: words,
    ticket_requester_name: words,
    ticket_company_name: words,
  }),
});

/** A ticket as an automation rule sends it: its description by the requester. @throws ZodError */
export function readFreshdeskRule(body: unknown, now: Date): { arrivals: Arrival[] } | { ignored: string } {
  const { freshdesk_webhook: ticket } = ruleSchema.parse(body);
  if (!ticket.ticket_description) return { ignored: 'a ticket without its description' };
  const who: Who = {
    contact: {
      email: ticket.ticket_contact_email ?? ticket.ticket_requester_email,
      name: ticket.ticket_contact_name ?? ticket.ticket_requester_name,
    },
    account: ticket.ticket_company_name
      ? { externalId: ticket.ticket_company_name, name: ticket.ticket_company_name }
      : undefined,
  };
  const id = ticket.ticket_id.replace(/^\D+/, '') || ticket.ticket_id;
  return {
    arrivals: [
      {
        kind: 'conversation',
        externalId: freshdeskKeys.ticket(id),
        channel: 'ticket',
        subject: ticket.ticket_subject,
        // The rule sends no time; it runs when the ticket is made.
        startedAt: now,
        turns: [
          { externalId: freshdeskKeys.description(id), text: htmlToText(ticket.ticket_description), at: now },
        ],
        url: ticket.ticket_url,
        ...who,
      },
    ],
  };
}
