import path from 'node:path';
import { transform } from 'esbuild';
import { afterEach, expect, it } from 'vitest';
import { makeClientSource } from '@/lib/api/client/client-source';
import { makeOpenApiDocument } from '@/lib/api/openapi';
import { type Handler, makeApiWorkspace } from '@/lib/api/testing/call-api';

interface Answer {
  items: Record<string, unknown>[];
  nextCursor: string | null;
  added: number;
}
type Client = Record<string, (input?: object) => Promise<Answer>>;
interface ClientModule {
  createVerbatimClient: (options: object) => Client;
  eachRow: (list: unknown, query: object) => AsyncIterable<{ externalId: string }>;
}

const BASE_URL = 'http://voc.example';
const sent: string[] = [];
afterEach(() => sent.splice(0));

/** The client as a program has it: made of the document, compiled, and nothing of ours but its answers. */
async function loadClient(): Promise<ClientModule> {
  const source = makeClientSource(makeOpenApiDocument(BASE_URL));
  const { code } = await transform(source, { loader: 'ts', format: 'esm' });
  return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

/** Hands a request to the route that Next.js would. */
async function toRoute(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  sent.push(`${request.method} ${pathname}`);
  const [resource = '', id] = pathname.replace('/api/v1/', '').split('/');
  const parameter = resource === 'segment' ? 'call' : 'id';
  const file = id === undefined ? resource : `${resource}/[${parameter}]`;
  const route: Record<string, Handler> = await import(
    /* @vite-ignore */ path.resolve('app/api/v1', file, 'route.ts')
  );
  const handler = route[request.method];
  if (!handler) throw new Error(`There is no ${request.method} ${file}.`);
  const params = id === undefined ? undefined : { [parameter]: id };
  return handler(request, { params: Promise.resolve(params) });
}

async function connect(options: object = {}) {
  const workspace = await makeApiWorkspace();
  const { createVerbatimClient, eachRow } = await loadClient();
  const client = createVerbatimClient({ apiKey: workspace.key, fetch: toRoute, ...options });
  return { ...workspace, client, eachRow };
}

it('re-labels a speaker of a transcript that is stored', async () => {
  const { client, scope } = await connect();
  const item = {
    ...{ externalId: 'call', content: 'Sam: The invoice is late.\nAnn: The export is slow.' },
    ...{ startedAt: '2026-05-01T10:00:00Z', ifStored: 'replace' },
  };
  const send = (customer: string, staff: string) =>
    client.addTranscripts?.({ body: { items: [{ ...item, customers: [customer], staff: [staff] }] } });
  const read = () => scope.run((db) => db.feedback.findMany({ select: { text: true } }));
  await send('Sam', 'Ann');
  expect(await read()).toEqual([{ text: 'The invoice is late.' }]);
  expect(await send('Ann', 'Sam')).toMatchObject({ added: 1 });
  expect(await read()).toEqual([{ text: 'The export is slow.' }]);
  expect(makeClientSource(makeOpenApiDocument(BASE_URL))).toMatch(
    /ifStored\?: ["']keep["'] \| ["']replace["']/,
  );
});

it('writes and reads through the real routes', async () => {
  const { client, eachRow } = await connect();
  const items = Array.from({ length: 5 }, (_, n) => ({
    externalId: `t-${n}`,
    text: `Statement ${n}`,
    occurredAt: `2026-01-0${n + 1}T00:00:00Z`,
  }));
  const body = { source: 'desk', items };
  expect(await client.addFeedback?.({ body, idempotencyKey: 'k' })).toMatchObject({ added: 5 });
  expect(await client.addFeedback?.({ body, idempotencyKey: 'k' })).toMatchObject({ added: 5 });
  expect(await client.addFeedback?.({ body })).toMatchObject({ added: 0, unchanged: 5 });
  const seen: string[] = [];
  for await (const row of eachRow(client.listFeedback, { limit: 2, source: 'desk' }))
    seen.push(row.externalId);
  expect(seen).toEqual(['t-4', 't-3', 't-2', 't-1', 't-0']);
  const first = (await client.listFeedback?.({ query: { externalId: 't-3' } }))?.items[0];
  expect(await client.getFeedback?.({ params: { id: first?.id } })).toEqual(first);
  await client.upsertAccounts?.({ body: { items: [{ externalId: 'acme', plan: 'Pro' }] } });
  expect((await client.listAccounts?.())?.items).toMatchObject([{ externalId: 'acme', plan: 'Pro' }]);
  const message = { type: 'identify', userId: 'u', traits: { name: 'Ann' } };
  await client.segment?.({ params: { call: 'identify' }, body: message });
  expect((await client.listContacts?.())?.items).toMatchObject([{ externalId: 'u', name: 'Ann' }]);
});

it('throws what the problem says, by item', async () => {
  const { client } = await connect();
  const wrong = client.addFeedback?.({ body: { items: [{ externalId: 'a' }] } });
  await expect(wrong).rejects.toMatchObject({
    name: 'VerbatimError',
    problem: {
      status: 422,
      errors: [
        { index: 0, field: 'text' },
        { index: 0, field: 'occurredAt' },
      ],
    },
  });
});

it('sends again what was too much, as often as it may', async () => {
  const tooMuch = () =>
    Response.json({ status: 429, detail: 'Wait.' }, { status: 429, headers: { 'retry-after': '0' } });
  let refusals = 2;
  const { client } = await connect({
    fetch: (request: Request) => (refusals-- > 0 ? Promise.resolve(tooMuch()) : toRoute(request)),
  });
  expect(await client.listThemes?.()).toEqual({ items: [], nextCursor: null });
  expect(sent).toEqual(['GET /api/v1/themes']);
  refusals = 3;
  await expect(client.listThemes?.()).rejects.toThrow('Wait.');
});
