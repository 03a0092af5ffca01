import {
  type FakeVendor,
  Holdings,
  notFound,
  ok,
  PAGE,
  startFakeVendor,
  type Thing,
} from '@/lib/ingest/connectors/testing/fake-vendor';

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const withRatings = (holdings: Holdings) => [
  ...holdings.things.map(({ text }) => text),
  ...holdings.things.map(({ id }) => `Rated ${id}`),
];

/** Zendesk: incremental export by cursor, comments of a ticket, satisfaction ratings. */
export function startFakeZendesk(): Promise<FakeVendor> {
  const holdings = new Holdings();
  const iso = (at: Date) => at.toISOString();
  return startFakeVendor(
    holdings,
    {
      isList: (_, url) => url.pathname === '/api/v2/incremental/tickets/cursor.json',
      isAllowed: ({ headers }) => headers.authorization === basic('admin@example.org/token:right'),
      answer(_, url, baseUrl) {
        if (url.pathname === '/api/v2/users/me.json')
          return ok({ user: { id: 1, name: 'Ada', role: 'admin' } });
        if (url.pathname === '/api/v2/incremental/tickets/cursor.json') {
          const after = Number(
            url.searchParams.get('cursor') ?? Number(url.searchParams.get('start_time')) * 1000,
          );
          const left = holdings.oldestFirst().filter(({ at }) => at.getTime() > after);
          const page = left.slice(0, PAGE);
          return ok({
            tickets: holdings.serve(
              page.map(({ id, text, at }) => ({
                ...{ id, subject: 'Help', description: text, status: 'open', organization_id: 5 },
                ...{ requester_id: 70 + id, submitter_id: 70 + id, created_at: iso(at), updated_at: iso(at) },
              })) as object[],
              { id: null, subject: 'Broken' },
            ),
            users: page.map(({ id }) => ({ id: 70 + id, role: 'end-user', email: `c${id}@example.org` })),
            organizations: [{ id: 5, name: 'Acme' }],
            after_cursor: String(page.at(-1)?.at.getTime() ?? after),
            end_of_stream: left.length <= PAGE,
          });
        }
        const comments = /^\/api\/v2\/tickets\/(\d+)\/comments\.json$/.exec(url.pathname);
        if (comments) {
          const thing = holdings.things.find(({ id }) => id === Number(comments[1]));
          if (!thing) return notFound;
          const comment = (id: number, author: number, body: string, isPublic = true) => ({
            ...{ id, author_id: author, plain_body: body, public: isPublic, created_at: iso(thing.at) },
          });
          return ok({
            comments: [
              comment(thing.id * 10, 70 + thing.id, thing.text),
              comment(thing.id * 10 + 1, 1, 'We look into it.'),
              comment(thing.id * 10 + 2, 70 + thing.id, 'Internal, of all things.', false),
            ],
            users: [{ id: 1, role: 'agent' }],
            next_page: null,
          });
        }
        const from = Number(url.searchParams.get('page[after]') ?? 0);
        const page = holdings.things.slice(from, from + PAGE);
        return ok({
          satisfaction_ratings: holdings.serve(
            page.map(({ id, at }) => ({
              ...{ id, ticket_id: id, requester_id: 70 + id, score: id % 2 ? 'good' : 'bad' },
              ...{ comment: `Rated ${id}`, updated_at: iso(at) },
            })) as object[],
            { id: 1, score: 7 },
          ),
          meta: { has_more: from + PAGE < holdings.things.length, after_cursor: String(from + PAGE) },
          links: { next: `${baseUrl}/ignored` },
        });
      },
    },
    (baseUrl) => ({
      form: { baseUrl, email: 'admin@example.org', token: 'right' },
      wrongForm: { baseUrl, email: 'admin@example.org', token: 'wrong-key' },
    }),
    () => withRatings(holdings),
  );
}

/** Intercom: search of conversations, and each one whole. */
export function startFakeIntercom(): Promise<FakeVendor> {
  const holdings = new Holdings();
  const seconds = (at: Date) => Math.floor(at.getTime() / 1000);
  const whole = ({ id, text, at }: Thing) => ({
    ...{ type: 'conversation', id: String(id), created_at: seconds(at), updated_at: seconds(at) },
    source: { id: String(id), body: `<p>${text}</p>`, author: { type: 'user', id: `u${id}`, name: 'Kim' } },
    contacts: { contacts: [{ id: `u${id}` }] },
    conversation_rating: { rating: 4, remark: `Rated ${id}`, created_at: seconds(at) },
    conversation_parts: {
      conversation_parts: [
        {
          ...{ id: `p${id}`, part_type: 'comment', body: 'We look into it.', created_at: seconds(at) },
          author: { type: 'admin', id: '9' },
        },
      ],
    },
  });
  return startFakeVendor(
    holdings,
    {
      isList: (_, url) => url.pathname === '/conversations/search',
      isAllowed: ({ headers }) =>
        headers.authorization === 'Bearer right' && headers['intercom-version'] !== undefined,
      answer(call, url) {
        if (url.pathname === '/me') return ok({ type: 'admin', app: { name: 'Acme' } });
        const one = /^\/conversations\/(\w+)$/.exec(url.pathname);
        if (url.pathname === '/conversations/search') {
          const { query, pagination } = call.json as {
            query: { value: number };
            pagination: { starting_after?: string };
          };
          const start = Number(pagination.starting_after ?? 0);
          const left = holdings.oldestFirst().filter(({ at }) => seconds(at) > query.value);
          const page = left.slice(start, start + PAGE);
          const hasMore = left.length > start + PAGE;
          const items = page.map((thing) => ({ id: whole(thing).id, updated_at: seconds(thing.at) }));
          // What does not fit is named in the list and not as it should be when it is fetched.
          const broken = { id: 'broken', updated_at: items[0]?.updated_at ?? query.value };
          return ok({
            conversations: holdings.serve(items, broken),
            pages: hasMore ? { next: { starting_after: String(start + PAGE) } } : {},
          });
        }
        if (one?.[1] === 'broken') return ok({ id: 'broken', created_at: 'yesterday' });
        const thing = holdings.things.find(({ id }) => String(id) === one?.[1]);
        return thing ? ok(whole(thing)) : notFound;
      },
    },
    (baseUrl) => ({ form: { baseUrl, token: 'right' }, wrongForm: { baseUrl, token: 'wrong-key' } }),
    () => withRatings(holdings),
  );
}

/** Freshdesk: tickets by last change, conversations of a ticket, satisfaction ratings; pages by number. */
export function startFakeFreshdesk(): Promise<FakeVendor> {
  const holdings = new Holdings();
  const iso = (at: Date) => at.toISOString();
  return startFakeVendor(
    holdings,
    {
      isList: (_, url) => url.pathname === '/api/v2/tickets',
      isAllowed: ({ headers }) => headers.authorization === basic('right:X'),
      answer(_, url) {
        if (url.pathname === '/api/v2/companies/5') return ok({ id: 5, name: 'Acme' });
        if (url.pathname === '/api/v2/agents/me') return ok({ contact: { name: 'Ada' } });
        const start = (Number(url.searchParams.get('page')) - 1) * PAGE;
        if (url.pathname === '/api/v2/tickets') {
          const since = Date.parse(url.searchParams.get('updated_since') ?? '');
          const left = holdings.oldestFirst().filter(({ at }) => at.getTime() >= since);
          const page = left.slice(start, start + PAGE);
          return ok(
            page.length === 0
              ? []
              : holdings.serve(
                  page.map(({ id, text, at }) => ({
                    ...{ id, subject: 'Help', description_text: text, requester_id: 70 + id, company_id: 5 },
                    ...{ created_at: iso(at), updated_at: iso(at) },
                    requester: { id: 70 + id, name: 'Kim', email: `c${id}@example.org` },
                  })) as object[],
                  { id: 1, subject: 'Broken' },
                ),
          );
        }
        if (/^\/api\/v2\/tickets\/\d+\/conversations$/.test(url.pathname)) {
          const reply = { body_text: 'We look into it.', created_at: iso(new Date()), user_id: 9 };
          return ok([
            { id: 1, incoming: false, private: false, ...reply },
            { id: 2, incoming: true, private: true, ...reply },
          ]);
        }
        const page = holdings.things.slice(start, start + PAGE);
        return ok(
          page.length === 0
            ? []
            : holdings.serve(
                page.map(({ id, at }) => ({
                  ...{ id, user_id: 70 + id, ticket_id: id, feedback: `Rated ${id}` },
                  ...{ ratings: { default_question: id % 2 ? 103 : -102 }, created_at: iso(at) },
                })) as object[],
                { id: 1, ratings: 'good' },
              ),
        );
      },
    },
    (baseUrl) => ({ form: { baseUrl, token: 'right' }, wrongForm: { baseUrl, token: 'wrong-key' } }),
    () => withRatings(holdings),
  );
}
