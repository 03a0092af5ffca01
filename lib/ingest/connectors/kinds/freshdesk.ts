import { z } from 'zod';
import type { Arrival, Who } from '@/lib/ingest/arrivals/arrival';
import { type Ask, askIfThere, makeAsk, query, readItems, serverAddress } from '@/lib/ingest/connectors/ask';
import { accountArrival, defineConnector, type Stream } from '@/lib/ingest/connectors/connector';
import { htmlToText } from '@/lib/ingest/html-text';
import { key, time, words } from '@/lib/ingest/vendors/fields';
import { freshdeskKeys, toCsat } from '@/lib/ingest/vendors/freshdesk';

const A_PAGE = 100;
/** Ratings are found by the day they were made: this long they are looked at again. */
const RATINGS_OVERLAP_MS = 86_400_000;

const id = key.nullish().transform((value) => value ?? undefined);

const ticketSchema = z.object({
  id: key,
  subject: words,
  description_text: words,
  requester_id: id,
  company_id: id,
  created_at: time,
  updated_at: time,
  requester: z.object({ id: key, name: words, email: words }).nullish(),
});
type Ticket = z.output<typeof ticketSchema>;

const conversationPage = z.array(
  z.object({
    id: key,
    body_text: words,
    body: words,
    incoming: z.boolean(),
    private: z.boolean(),
    user_id: id,
    created_at: time,
  }),
);

const ratingSchema = z.object({
  id: key,
  user_id: id,
  ticket_id: id,
  feedback: words,
  ratings: z.record(z.string(), z.number()),
  created_at: time,
});

/**
 * Tickets by the time of their last change. Pages are cut by that time, not counted: a ticket that is changed meanwhile comes
 * again later and pushes no other off its page. Within one second they are counted.
 */
function ticketStream(ask: Ask): Stream {
  const companies: Companies = new Map();
  return {
    key: 'tickets',
    async read(cursor, { since }) {
      const from = String(cursor?.from ?? since.toISOString());
      const number = Number(cursor?.page ?? 1);
      const items = await ask(
        `/api/v2/tickets${query({
          updated_since: from,
          order_by: 'updated_at',
          order_type: 'asc',
          include: 'description,requester',
          per_page: A_PAGE,
          page: number,
        })}`,
        z.array(z.unknown()),
      );
      const { arrivals, refused, read } = readItems(items, ticketSchema, () => []);
      for (const ticket of read) arrivals.push(...(await readTicket(ask, ticket, companies)));
      const last = read.at(-1)?.updated_at;
      const to = last?.toISOString() ?? from;
      const hasMoved = Date.parse(to) > Date.parse(from);
      return {
        arrivals,
        refused,
        cursor: hasMoved ? { from: to, page: 1 } : { from, page: items.length === 0 ? 1 : number + 1 },
        isLast: items.length === 0,
        reachedAt: last ?? null,
      };
    },
  };
}

/** Names of companies by their keys, each asked for once a run. */
type Companies = Map<string, string | null>;

async function findCompany(ask: Ask, companyId: string, known: Companies): Promise<string | null> {
  const before = known.get(companyId);
  if (before !== undefined) return before;
  const company = await askIfThere(ask, `/api/v2/companies/${companyId}`, z.object({ name: words }), [403]);
  known.set(companyId, company?.name ?? null);
  return company?.name ?? null;
}

async function readTicket(ask: Ask, ticket: Ticket, companies: Companies): Promise<Arrival[]> {
  const company =
    ticket.company_id === undefined ? null : await findCompany(ask, ticket.company_id, companies);
  const who: Who = {
    contact:
      ticket.requester_id === undefined
        ? undefined
        : {
            externalId: freshdeskKeys.user(ticket.requester_id),
            email: ticket.requester?.email,
            name: ticket.requester?.name,
          },
    account:
      ticket.company_id === undefined
        ? undefined
        : {
            externalId: freshdeskKeys.company(ticket.company_id),
            name: company ?? `Freshdesk company ${ticket.company_id}`,
          },
  };
  const turns = [];
  if (ticket.description_text) {
    const externalId = freshdeskKeys.description(ticket.id);
    turns.push({ externalId, text: ticket.description_text, at: ticket.created_at, who });
  }
  for (let page = 1; ; page++) {
    const entries = await askIfThere(
      ask,
      `/api/v2/tickets/${ticket.id}/conversations${query({ per_page: A_PAGE, page })}`,
      conversationPage,
    );
    for (const entry of entries ?? []) {
      const text = entry.body_text ?? htmlToText(entry.body ?? '');
      // What comes in is from outside; replies and notes are of staff.
      if (!entry.incoming || entry.private || !text) continue;
      const isRequester = entry.user_id === undefined || entry.user_id === ticket.requester_id;
      turns.push({
        externalId: freshdeskKeys.comment(entry.id),
        text,
        at: entry.created_at,
        who: isRequester ? who : { ...who, contact: { externalId: freshdeskKeys.user(entry.user_id ?? '') } },
      });
    }
    if (!entries || entries.length < A_PAGE) break;
  }
  if (turns.length === 0) return [];
  const renamed = company && who.account ? [accountArrival({ ...who.account, name: company })] : [];
  return [
    ...renamed,
    {
      kind: 'conversation',
      externalId: freshdeskKeys.ticket(ticket.id),
      channel: 'ticket',
      subject: ticket.subject,
      startedAt: ticket.created_at,
      turns,
      ...who,
    },
  ];
}

function ratingStream(ask: Ask): Stream {
  return {
    key: 'ratings',
    async read(cursor, { since, now }) {
      const from = String(cursor?.from ?? since.toISOString());
      const begun = String(cursor?.begun ?? now.toISOString());
      const page = Number(cursor?.page ?? 1);
      const items = await ask(
        `/api/v2/surveys/satisfaction_ratings${query({ created_since: from, per_page: A_PAGE, page })}`,
        z.array(z.unknown()),
      );
      const { arrivals, refused } = readItems(items, ratingSchema, readRating);
      const isLast = items.length === 0;
      const next = new Date(Math.max(Date.parse(from), Date.parse(begun) - RATINGS_OVERLAP_MS));
      return {
        arrivals,
        refused,
        cursor: isLast ? { from: next.toISOString(), begun: null, page: 1 } : { from, begun, page: page + 1 },
        isLast,
        reachedAt: null,
      };
    },
  };
}

function readRating(rating: z.output<typeof ratingSchema>): Arrival[] {
  const step = rating.ratings.default_question;
  const score = step === undefined ? null : toCsat(step);
  if (score === null) return [];
  return [
    {
      kind: 'response',
      externalId: freshdeskKeys.rating(rating.id),
      channel: 'ticket',
      submittedAt: rating.created_at,
      scores: [{ metric: 'csat', score }],
      texts: rating.feedback ? [{ text: rating.feedback }] : [],
      conversation: rating.ticket_id === undefined ? undefined : freshdeskKeys.ticket(rating.ticket_id),
      custom: { freshdeskRating: String(step) },
      contact: rating.user_id === undefined ? undefined : { externalId: freshdeskKeys.user(rating.user_id) },
    },
  ];
}

export const freshdesk = defineConnector({
  name: 'Freshdesk',
  about:
    'Tickets with their customers’ replies, and satisfaction ratings. Needs the API key of an agent who sees all tickets.',
  fields: [
    { name: 'baseUrl', label: 'Address', hint: 'https://acme.freshdesk.com', type: 'url' },
    { name: 'token', label: 'API key', type: 'secret' },
  ],
  schema: z.object({ baseUrl: serverAddress, token: z.string().min(1, 'Enter the key.').max(500) }),
  open({ baseUrl, token }, send) {
    const ask = makeAsk(send, {
      system: 'Freshdesk',
      baseUrl,
      headers: async () => ({ authorization: `Basic ${Buffer.from(`${token}:X`).toString('base64')}` }),
    });
    return {
      async test() {
        const me = await ask(
          '/api/v2/agents/me',
          z.object({ contact: z.object({ name: words, email: words }).nullish() }),
        );
        return `${new URL(baseUrl).host} as ${me.contact?.name ?? me.contact?.email ?? 'an agent'}`;
      },
      streams: [ticketStream(ask), ratingStream(ask)],
    };
  },
});
