import { z } from 'zod';
import type { Arrival } from '@/lib/ingest/arrivals/arrival';
import { type Ask, askIfThere, makeAsk, query, readItems, serverAddress } from '@/lib/ingest/connectors/ask';
import { accountArrival, defineConnector, type Stream } from '@/lib/ingest/connectors/connector';
import { key, time, words } from '@/lib/ingest/vendors/fields';
import { zendeskKeys, zendeskRemoval, zendeskWho } from '@/lib/ingest/vendors/zendesk';

const TICKETS_A_PAGE = 100;
/** A rating may be changed or commented on later: this long it is looked at again. */
const RATINGS_OVERLAP_SECONDS = 7 * 86_400;

const id = key.nullish().transform((value) => value ?? undefined);
const userSchema = z.object({ id: key, name: words, email: words, role: words });
type User = z.output<typeof userSchema>;

const ticketSchema = z.object({
  id: key,
  subject: words,
  description: words,
  status: words,
  requester_id: id,
  submitter_id: id,
  organization_id: id,
  created_at: time,
  updated_at: time,
});

const ticketPage = z.object({
  tickets: z.array(z.unknown()),
  users: z.array(userSchema).default([]),
  organizations: z.array(z.object({ id: key, name: words })).default([]),
  after_cursor: z.string().nullable(),
  end_of_stream: z.boolean(),
});

const commentPage = z.object({
  comments: z.array(
    z.object({
      id: key,
      author_id: key,
      plain_body: words,
      body: words,
      public: z.boolean().default(true),
      created_at: time,
    }),
  ),
  users: z.array(userSchema).default([]),
  next_page: z.string().nullish(),
});

const ratingPage = z.object({
  satisfaction_ratings: z.array(z.unknown()),
  meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }).nullish(),
  next_page: z.string().nullish(),
});

const ratingSchema = z.object({
  id: key,
  requester_id: id,
  ticket_id: id,
  score: z.string(),
  comment: words,
  reason: words,
  updated_at: time,
});

/** Tickets changed since the cursor, by Zendesk's own cursor; of each the words of its customers. */
function ticketStream(ask: Ask): Stream {
  return {
    key: 'tickets',
    async read(cursor, { since }) {
      const start = cursor
        ? { cursor: String(cursor.after) }
        : { start_time: Math.floor(since.getTime() / 1000) };
      const page = await ask(
        `/api/v2/incremental/tickets/cursor.json${query({ ...start, include: 'users,organizations', per_page: TICKETS_A_PAGE })}`,
        ticketPage,
      );
      const users = new Map(page.users.map((user) => [user.id, user]));
      const organizations = new Map(page.organizations.map((one) => [one.id, one.name]));
      const { arrivals, refused, read } = readItems(page.tickets, ticketSchema, () => []);
      for (const { id: externalId, name } of page.organizations) {
        if (name) arrivals.push(accountArrival({ externalId: zendeskKeys.organization(externalId), name }));
      }
      for (const ticket of read) {
        // The export names deleted tickets for a while, so that others can follow.
        if (ticket.status === 'deleted') arrivals.push(zendeskRemoval(ticket.id));
        else arrivals.push(...(await readTicket(ask, ticket, users, organizations)));
      }
      return {
        arrivals,
        refused,
        cursor: { after: page.after_cursor ?? String(cursor?.after ?? '') },
        isLast: page.end_of_stream || page.after_cursor === null,
        reachedAt: read.at(-1)?.updated_at ?? null,
      };
    },
  };
}

async function readTicket(
  ask: Ask,
  ticket: z.output<typeof ticketSchema>,
  known: ReadonlyMap<string, User>,
  organizations: ReadonlyMap<string, string | undefined>,
): Promise<Arrival[]> {
  const { comments, users } = await readComments(ask, ticket.id);
  const userOf = new Map([...known, ...users.map((user) => [user.id, user] as const)]);
  const whoOf = (userId: string | undefined) =>
    zendeskWho(userId, ticket.organization_id, {
      ...userOf.get(userId ?? ''),
      organization: organizations.get(ticket.organization_id ?? ''),
    });
  const isCustomer = (userId: string) => {
    const role = userOf.get(userId)?.role;
    return role === undefined ? userId === ticket.requester_id : role === 'end-user';
  };
  const turns = comments.flatMap((comment, at) => {
    const text = comment.plain_body ?? comment.body;
    if (!text || !comment.public || !isCustomer(comment.author_id)) return [];
    // The first comment is the description of the ticket, and named as a webhook names it.
    const externalId = at === 0 ? zendeskKeys.description(ticket.id) : zendeskKeys.comment(comment.id);
    return [{ externalId, text, at: comment.created_at, who: whoOf(comment.author_id) }];
  });
  if (turns.length === 0) return [];
  return [
    {
      kind: 'conversation',
      externalId: zendeskKeys.ticket(ticket.id),
      channel: 'ticket',
      subject: ticket.subject,
      startedAt: ticket.created_at,
      turns,
      ...whoOf(ticket.requester_id),
    },
  ];
}

async function readComments(ask: Ask, ticketId: string) {
  const all = { comments: [] as z.output<typeof commentPage>['comments'], users: [] as User[] };
  let next: string | null =
    `/api/v2/tickets/${ticketId}/comments.json${query({ include: 'users', sort_order: 'asc' })}`;
  while (next) {
    const page: z.output<typeof commentPage> | null = await askIfThere(ask, next, commentPage);
    if (!page) break;
    all.comments.push(...page.comments);
    all.users.push(...page.users);
    next = page.next_page ?? null;
  }
  return all;
}

/** How requesters judged the help. Good is 5 of 5, bad is 1: Zendesk knows no more steps. */
function ratingStream(ask: Ask): Stream {
  return {
    key: 'ratings',
    async read(cursor, { since, now }) {
      const from = Number(cursor?.from ?? Math.floor(since.getTime() / 1000));
      const path =
        typeof cursor?.next === 'string'
          ? cursor.next
          : `/api/v2/satisfaction_ratings.json${query({ 'page[size]': 100, start_time: from })}`;
      const page = await ask(path, ratingPage);
      const { arrivals, refused } = readItems(page.satisfaction_ratings, ratingSchema, readRating);
      const after = page.meta?.has_more ? page.meta.after_cursor : null;
      const next =
        page.next_page ??
        (after
          ? `/api/v2/satisfaction_ratings.json${query({ 'page[size]': 100, start_time: from, 'page[after]': after })}`
          : null);
      const begun = Number(cursor?.begun ?? Math.floor(now.getTime() / 1000));
      return {
        arrivals,
        refused,
        cursor: next
          ? { from, next, begun }
          : { from: Math.max(from, begun - RATINGS_OVERLAP_SECONDS), next: null, begun: null },
        isLast: next === null,
        reachedAt: null,
      };
    },
  };
}

function readRating(rating: z.output<typeof ratingSchema>): Arrival[] {
  const isGood = /^good/.test(rating.score);
  if (!isGood && !/^bad/.test(rating.score)) return [];
  return [
    {
      kind: 'response',
      externalId: zendeskKeys.rating(rating.id),
      channel: 'ticket',
      submittedAt: rating.updated_at,
      scores: [{ metric: 'csat', score: isGood ? 5 : 1 }],
      texts: rating.comment ? [{ text: rating.comment }] : [],
      conversation: rating.ticket_id === undefined ? undefined : zendeskKeys.ticket(rating.ticket_id),
      custom: { zendeskScore: rating.score, ...(rating.reason ? { reason: rating.reason } : {}) },
      ...zendeskWho(rating.requester_id, undefined),
    },
  ];
}

export const zendesk = defineConnector({
  name: 'Zendesk',
  about:
    'Public comments of customers in tickets, and satisfaction ratings. Needs an API token of an administrator.',
  fields: [
    { name: 'baseUrl', label: 'Address', hint: 'https://acme.zendesk.com', type: 'url' },
    { name: 'email', label: 'E-mail address of the administrator', type: 'email' },
    { name: 'token', label: 'API token', type: 'secret' },
  ],
  schema: z.object({
    baseUrl: serverAddress,
    email: z.email('Enter an e-mail address.').max(320),
    token: z.string().min(1, 'Enter the token.').max(500),
  }),
  open({ baseUrl, email, token }, send) {
    const credential = Buffer.from(`${email}/token:${token}`).toString('base64');
    const ask = makeAsk(send, {
      system: 'Zendesk',
      baseUrl,
      headers: async () => ({ authorization: `Basic ${credential}` }),
    });
    return {
      async test() {
        const { user } = await ask('/api/v2/users/me.json', z.object({ user: userSchema }));
        return `${new URL(baseUrl).host} as ${user.name ?? email} (${user.role ?? 'unknown role'})`;
      },
      streams: [ticketStream(ask), ratingStream(ask)],
    };
  },
});
