import { describe, expect, it } from 'vitest';
import { addFeedback, getFeedback, listFeedback } from '@/lib/api/feedback/feedback-operations';
import type { FeedbackRecord } from '@/lib/api/feedback/feedback-record';
import { callApi, makeApiWorkspace } from '@/lib/api/testing/call-api';
import type { Scope } from '@/lib/db/scope';
import { defineApiRoute } from '@/lib/http/define-api-route';

const POST = defineApiRoute(addFeedback);
const LIST = defineApiRoute(listFeedback);
const GET = defineApiRoute(getFeedback);

const item = (n: number, more: object = {}) => ({
  externalId: `t-${n}`,
  text: `Export number ${n} fails`,
  occurredAt: new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString(),
  ...more,
});
const countRows = (scope: Scope) => scope.run((db) => db.feedback.count());

describe('POST /feedback', () => {
  it('stores a batch once, redacted, with its people, and hands it to the engine', async () => {
    const { scope, key } = await makeApiWorkspace();
    const items = [
      item(1, {
        text: 'Call me at ann@example.org, the export fails',
        channel: 'ticket',
        account: { externalId: 'acme', name: 'Acme' },
        contact: { email: 'Ann@Example.org', name: 'Ann' },
        custom: { seats: 9, trial: false },
      }),
      item(2),
    ];
    const first = await callApi(POST, { key, body: { source: 'helpdesk', items } });
    expect(first.body).toEqual({ received: 2, added: 2, changed: 0, unchanged: 0, refused: 0, errors: [] });
    expect(first.status).toBe(200);
    const again = await callApi(POST, { key, body: { source: 'helpdesk', items } });
    expect(again.body).toMatchObject({ added: 0, unchanged: 2 });
    expect(await countRows(scope)).toBe(2);
    const otherSource = await callApi(POST, { key, body: { source: 'chat', items: [item(2)] } });
    expect(otherSource.body).toMatchObject({ added: 1 });

    const { body } = await callApi<{ items: FeedbackRecord[] }>(LIST, {
      key,
      query: { source: 'helpdesk', externalId: 't-1' },
    });
    const [record] = body.items;
    expect(record).toMatchObject({
      channel: 'ticket',
      account: { externalId: 'acme', name: 'Acme' },
      custom: { seats: '9', trial: 'false' },
      sentiment: null,
      readAt: null,
      themes: [],
    });
    expect(record?.text).not.toContain('ann@example.org');
    const one = await callApi(GET, { key, params: { id: record?.id ?? '' } });
    expect(one.body).toEqual(record);
    const jobs = await scope.run(
      (db) => db.$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM pgboss.job
        WHERE name = 'annotations.annotate' AND data ->> 'workspaceId' = ${scope.workspaceId}`,
    );
    expect(jobs[0]?.n).toBe(2);
  });

  it('takes the items that fit and names the others by index and field', async () => {
    const { scope, key } = await makeApiWorkspace();
    const items = [
      item(0),
      { ...item(1), occurredAt: 'yesterday' },
      { ...item(2), text: '', chanel: 'ticket' },
      { text: 'No key, no time' },
      item(4, { contact: { name: 'Nobody' }, channel: 'fax' }),
      'words',
      item(0, { text: 'Quite another text' }),
    ];
    const { status, body } = await callApi(POST, { key, body: { items } });
    expect(status).toBe(207);
    expect(body).toMatchObject({ received: 7, added: 1, refused: 6 });
    expect(body.errors).toEqual([
      { index: 1, field: 'occurredAt', detail: expect.stringContaining('2026-08-22T10:00:00Z') },
      { index: 2, field: 'text', detail: 'It is empty.' },
      { index: 2, field: 'chanel', detail: expect.stringContaining('no such field') },
      { index: 3, field: 'externalId', detail: 'It is missing.' },
      { index: 3, field: 'occurredAt', detail: 'It is missing.' },
      { index: 4, field: 'channel', detail: expect.stringContaining('survey, ticket') },
      {
        index: 4,
        field: 'contact',
        detail: expect.stringContaining('Give externalId, email, or a phone number'),
      },
      { index: 5, field: '', detail: 'It is a string. Give an object.' },
      { index: 6, field: 'externalId', detail: expect.stringContaining('another text') },
    ]);
    expect(await countRows(scope)).toBe(1);
  });

  it('refuses a batch of which nothing fits, of none and of 1,001 items, and leaves nothing behind', async () => {
    const { scope, key } = await makeApiWorkspace();
    const wrong = item(1, { occurredAt: '1', account: { externalId: 'ghost' } });
    const none = await callApi(POST, { key, body: { items: [wrong] } });
    expect(none.status).toBe(422);
    expect(none.headers.get('content-type')).toBe('application/problem+json');
    expect(none.body).toMatchObject({ type: 'about:blank', status: 422, errors: [{ index: 0 }] });
    const tooMany = await callApi(POST, {
      key,
      body: { items: Array.from({ length: 1001 }, (_, n) => item(n)) },
    });
    expect(tooMany.status).toBe(422);
    expect(tooMany.body.errors).toEqual([{ field: 'items', detail: 'It has more than 1,000 items.' }]);
    const empty = await callApi(POST, { key, body: { items: [] } });
    expect(empty.body.errors).toEqual([{ field: 'items', detail: 'It is empty.' }]);
    expect(await countRows(scope)).toBe(0);
    expect(await scope.run((db) => db.account.count())).toBe(0);
  });

  it('stores a batch that several requests send at once, with new people, once', async () => {
    const { scope, key } = await makeApiWorkspace();
    const items = Array.from({ length: 20 }, (_, n) =>
      item(n, { account: { externalId: `a-${n % 3}` }, contact: { email: `p${n % 5}@example.org` } }),
    );
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, turn) =>
        callApi(POST, { key, body: { items: [...items.slice(turn * 5), ...items.slice(0, turn * 5)] } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.reduce((sum, { body }) => sum + Number(body.added), 0)).toBe(20);
    expect(await countRows(scope)).toBe(20);
    expect(await scope.run((db) => db.contact.count())).toBe(5);
    expect(await scope.run((db) => db.account.count())).toBe(3);
  });
});

describe('GET /feedback', () => {
  it('pages through every statement once, though more arrive meanwhile', async () => {
    const { key } = await makeApiWorkspace();
    await callApi(POST, { key, body: { items: Array.from({ length: 7 }, (_, n) => item(n)) } });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: Record<string, string> = { limit: '3', ...(cursor ? { cursor } : {}) };
      const page = await callApi<{ items: FeedbackRecord[]; nextCursor: string | null }>(LIST, {
        key,
        query,
      });
      seen.push(...page.body.items.map(({ externalId }) => externalId));
      cursor = page.body.nextCursor;
      await callApi(POST, { key, body: { items: [item(100 + seen.length)] } });
    }
    expect(seen).toEqual(['t-6', 't-5', 't-4', 't-3', 't-2', 't-1', 't-0']);
  });

  it('refuses what it cannot read rather than widen the list', async () => {
    const { key } = await makeApiWorkspace();
    const ask = (query: Record<string, string>) => callApi(LIST, { key, query });
    expect((await ask({ sentimant: 'negative' })).body.errors).toEqual([
      { field: 'sentimant', detail: expect.stringContaining('no such') },
    ]);
    expect((await ask({ sentiment: 'bad', limit: '0' })).body.errors).toHaveLength(2);
    expect((await ask({ cursor: 'abc' })).body.detail).toContain('none of ours');
    expect((await callApi(GET, { key, params: { id: 'x' } })).status).toBe(422);
    const missing = await callApi(GET, { key, params: { id: '0198c3f0-5a3e-7c1d-9a39-3f2b8a1d7c55' } });
    expect(missing.status).toBe(404);
  });

  it('shows two workspaces nothing of each other', async () => {
    const [one, other] = [await makeApiWorkspace(), await makeApiWorkspace()];
    await callApi(POST, { key: one.key, body: { items: [item(1)] } });
    await callApi(POST, { key: other.key, body: { items: [item(1), item(2)] } });
    const listOf = async (key: string) =>
      (await callApi<{ items: FeedbackRecord[] }>(LIST, { key })).body.items;
    const [ours, theirs] = [await listOf(one.key), await listOf(other.key)];
    expect([ours.length, theirs.length]).toEqual([1, 2]);
    const foreign = await callApi(GET, { key: one.key, params: { id: theirs[0]?.id ?? '' } });
    expect(foreign.status).toBe(404);
  });
});
