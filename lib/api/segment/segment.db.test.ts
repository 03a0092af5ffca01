import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listAccounts, upsertAccounts } from '@/lib/api/accounts/account-operations';
import { listContacts, upsertContacts } from '@/lib/api/contacts/contact-operations';
import { addEvents } from '@/lib/api/events/event-operations';
import { addFeedback } from '@/lib/api/feedback/feedback-operations';
import { operations } from '@/lib/api/operations';
import { segment } from '@/lib/api/segment/segment-operation';
import { callApi, makeApiWorkspace } from '@/lib/api/testing/call-api';
import { createApiKey } from '@/lib/auth/create-api-key';
import { hasShapes, shapeFile } from '@/lib/core/testing/data-sets';
import type { Scope } from '@/lib/db/scope';
import { defineApiRoute } from '@/lib/http/define-api-route';

const POST = defineApiRoute(segment);
const send = (key: string, call: string, body: object) => callApi(POST, { key, body, params: { call } });
const batch = (key: string, ...messages: object[]) => send(key, 'batch', { batch: messages });

const makePublicKey = (scope: Scope) => createApiKey(scope, { name: 'Site', kind: 'public', scopes: [] });

async function findAccounts(key: string) {
  const { body } = await callApi<{ items: Record<string, unknown>[] }>(defineApiRoute(listAccounts), { key });
  return body.items;
}

describe('a public write key', () => {
  it('never sets revenue or churn, and changes nothing that is known', async () => {
    const { scope, key } = await makeApiWorkspace();
    const known = { externalId: 'acme', name: 'Acme', plan: 'Basic', arrCents: 100_000, currency: 'EUR' };
    await callApi(defineApiRoute(upsertAccounts), { key, body: { items: [known] } });
    const [before] = await findAccounts(key);
    const site = await makePublicKey(scope);
    const money = {
      ...{
        arr: 9,
        ARR: 9,
        arrCents: 9,
        mrr: 9,
        revenue: 9,
        'total billed': 830,
        currency: 'USD',
        plan_price: 9,
      },
      ...{
        churned: true,
        churnedAt: '2026-01-01',
        churned_at: '2026-01-01',
        churnReason: 'x',
        cancelled: true,
      },
      ...{
        startedAt: '2020-01-01',
        renewalAt: '2027-01-01',
        arrHistory: [{ validFrom: '2020-01-01', arrCents: 1 }],
      },
    };
    const lies = { name: 'Pwned', plan: 'Enterprise', industry: 'Steel', custom: money, ...money };
    const answer = await batch(
      site,
      { type: 'group', groupId: 'acme', userId: 'u1', traits: lies },
      { type: 'identify', userId: 'u2', traits: { company: { id: 'acme', ...lies }, ...money } },
      { type: 'group', groupId: 'new', traits: { ...lies, name: 'New' } },
      { type: 'track', event: 'Order Completed', messageId: 'm1', userId: 'u1', properties: money },
    );
    expect(answer.status).toBe(200);
    const accounts = new Map((await findAccounts(key)).map((account) => [account.externalId, account]));
    expect(accounts.get('acme')).toEqual({ ...before, industry: 'Steel' });
    expect(accounts.get('new')).toMatchObject({
      ...{ name: 'New', plan: 'Enterprise', custom: {}, arrHistory: [] },
      ...{
        arrCents: null,
        currency: null,
        churnedAt: null,
        churnReason: null,
        startedAt: null,
        renewalAt: null,
      },
    });
    expect(await scope.run((db) => db.transaction.count())).toBe(0);
    expect(await scope.run((db) => db.accountArr.count())).toBe(1);
  });

  it('is refused by every other operation, but for usage events without e-mail addresses', async () => {
    const { scope, key } = await makeApiWorkspace();
    const site = await makePublicKey(scope);
    const open = operations.filter(({ right }) => right === 'events:write').map(({ id }) => id);
    expect(open).toEqual(['addEvents', 'segment', 'addCloudEvents']);
    for (const operation of operations.filter(({ right }) => right !== 'events:write')) {
      const body = operation.method === 'POST' ? { body: { items: [{}] } } : {};
      expect((await callApi(defineApiRoute(operation), { key: site, ...body })).status).toBe(403);
    }
    const person = { externalId: 'u1', email: 'ann@example.org' };
    await callApi(defineApiRoute(upsertContacts), {
      key,
      body: { items: [{ ...person, account: { externalId: 'a' } }] },
    });
    const event = { externalId: 'e', name: 'x', occurredAt: '2026-01-01T00:00:00Z' };
    const posing = await callApi(defineApiRoute(addEvents), {
      key: site,
      body: { items: [{ ...event, contact: { externalId: 'liar', email: person.email } }] },
    });
    expect(posing.body.errors).toEqual([expect.objectContaining({ field: 'contact.email' })]);
    expect(await scope.run((db) => db.contactIdentity.count())).toBe(2);
  });

  it('sets no domain: neither of an account that is known, nor of a new one', async () => {
    const { scope, key } = await makeApiWorkspace();
    const known = [
      { externalId: 'payer', domain: 'payer.test', arrCents: 100_000, currency: 'EUR' },
      { externalId: 'open', arrCents: 5000, currency: 'EUR' },
    ];
    await callApi(defineApiRoute(upsertAccounts), { key, body: { items: known } });
    const said = { externalId: 's1', text: 'Too slow', occurredAt: '2026-01-01T00:00:00Z' };
    const at = (email: string, externalId: string) => ({ ...said, externalId, contact: { email } });
    await callApi(defineApiRoute(addFeedback), {
      key,
      body: { items: [at('ann@payer.test', 's1'), at('bob@elsewhere.test', 's2')] },
    });
    const accountsOf = () =>
      scope.run((db) =>
        db.feedback.findMany({ select: { accountId: true }, orderBy: { externalId: 'asc' } }),
      );
    const before = await accountsOf();
    const site = await makePublicKey(scope);
    await batch(
      site,
      { type: 'group', groupId: 'attacker', traits: { domain: 'payer.test' } },
      { type: 'group', groupId: 'open', traits: { website: 'https://elsewhere.test' } },
      { type: 'identify', userId: 'u', traits: { company: { id: 'third', domain: 'elsewhere.test' } } },
    );
    const domains = (await findAccounts(key)).map(({ externalId, domain }) => `${externalId} ${domain}`);
    expect(domains.toSorted()).toEqual(['attacker null', 'open null', 'payer payer.test', 'third null']);
    expect(await accountsOf()).toEqual(before);
  });

  it('counts no more than an event can be', async () => {
    const { scope } = await makeApiWorkspace();
    const site = await makePublicKey(scope);
    const event = { externalId: 'e', name: 'x', occurredAt: '2026-01-01T00:00:00Z' };
    const items = [{ ...event, count: 2_000_000_000, account: { externalId: 'a' } }];
    const answer = await callApi(defineApiRoute(addEvents), { key: site, body: { items } });
    expect(answer.body.errors).toEqual([expect.objectContaining({ field: 'count' })]);
    expect(await scope.run((db) => db.usageEvent.count())).toBe(0);
  });

  it('says no e-mail address and no further employer of somebody', async () => {
    const { scope, key } = await makeApiWorkspace();
    const person = { externalId: 'u1', name: 'Ann', account: { externalId: 'acme' } };
    await callApi(defineApiRoute(upsertContacts), { key, body: { items: [person] } });
    const site = await makePublicKey(scope);
    const traits = { email: 'boss@example.org', name: 'The Boss', company: { id: 'rival' } };
    await batch(site, { type: 'identify', userId: 'u1', traits }, { type: 'identify', userId: 'u9', traits });
    const { body } = await callApi<{ items: object[] }>(defineApiRoute(listContacts), { key });
    expect(body.items).toHaveLength(2);
    expect(body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          externalId: 'u1',
          name: 'Ann',
          email: null,
          accounts: [expect.objectContaining({ externalId: 'acme' })],
        }),
        expect.objectContaining({ externalId: 'u9', name: 'The Boss', email: null }),
      ]),
    );
  });
});

describe('Segment’s calls', () => {
  it('describe people and companies and count what they do, once by messageId', async () => {
    const { scope, key } = await makeApiWorkspace();
    const messages = [
      {
        type: 'identify',
        userId: 7,
        traits: { email: 'Peter@X.org', firstName: 'Peter', company: { id: 'i', name: 'Initech' } },
      },
      { type: 'group', userId: 7, groupId: 'i', traits: { plan: 'enterprise', employees: 329, arr: 5 } },
      { type: 'track', event: 'Export', userId: 7, messageId: 'm1', timestamp: '2026-02-23T22:28:55.111Z' },
      { type: 'page', userId: 7, name: 'Home' },
      { type: 'track', event: 'Export', anonymousId: 'anybody', messageId: 'm2' },
      { type: 'track', userId: 7, messageId: 'm3' },
      { type: 'telepathy' },
    ];
    const first = await batch(key, ...messages);
    expect(first.status).toBe(207);
    expect(first.body).toMatchObject({
      success: true,
      received: 7,
      added: 2,
      changed: 1,
      unchanged: 1,
      refused: 3,
    });
    expect(first.body.errors).toMatchObject([
      { index: 4, field: 'account' },
      { index: 5, field: 'event' },
      { index: 6, field: 'type' },
    ]);
    expect((await batch(key, ...messages)).body).toMatchObject({ added: 0, changed: 0, unchanged: 4 });
    expect(await findAccounts(key)).toMatchObject([
      { externalId: 'i', name: 'Initech', plan: 'enterprise', custom: { employees: '329' }, arrCents: null },
    ]);
    const [event] = await scope.run((db) => db.usageEvent.findMany({ include: { contact: true } }));
    expect(event).toMatchObject({ name: 'Export', contact: { email: 'peter@x.org', name: 'Peter' } });
  });

  it('come from pages too: with the key in the body, under short names, from any origin', async () => {
    const { scope } = await makeApiWorkspace();
    const writeKey = await makePublicKey(scope);
    const body = { writeKey, userId: 'u', event: 'Seen', messageId: 'm', context: { groupId: 'g' } };
    const answer = await callApi(POST, { body, params: { call: 't' } });
    expect(answer.body).toMatchObject({ success: true, added: 1 });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const wrong = await callApi(POST, { body: { ...body, writeKey: 'x' }, params: { call: 't' } });
    expect([wrong.status, wrong.headers.get('access-control-allow-origin')]).toEqual([401, '*']);
    const elsewhere = await callApi(defineApiRoute(addFeedback), { body: { writeKey, items: [] } });
    expect(elsewhere.status).toBe(401);
    expect((await callApi(POST, { body: { writeKey }, params: { call: 'b' } })).body.errors).toEqual([
      { field: 'batch', detail: 'It is missing.' },
    ]);
  });

  it.runIf(hasShapes('messages of Segment'))('take the examples of its specification', async () => {
    const { key } = await makeApiWorkspace();
    for (const call of ['identify', 'group', 'track']) {
      const message = JSON.parse(readFileSync(shapeFile(`segment_${call}.json`), 'utf8'));
      const answer = await send(key, call, { ...message, context: { groupId: 'acc_1' } });
      expect(answer.body).toMatchObject({ success: true, added: 1 });
    }
    expect(await findAccounts(key)).toHaveLength(2);
  });
});
