import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { type FakeApi, startFakeApi } from '@/lib/outbound/testing/fake-api';
import { deliverWebhook, RETRY_SECONDS } from '@/lib/outbound/webhooks/deliver-webhook';
import { emitEvents } from '@/lib/outbound/webhooks/emit-events';
import {
  createEndpoint,
  endpointSecretPlace,
  removeEndpoint,
  replaceEndpointSecret,
  switchEndpoint,
  updateEndpoint,
} from '@/lib/outbound/webhooks/endpoints';
import { type EventType, endpointFormSchema } from '@/lib/outbound/webhooks/event-types';
import { findEndpoints, findWebhookDeliveries, getEndpoint } from '@/lib/outbound/webhooks/find-endpoints';
import { resendWebhook, testEndpoint } from '@/lib/outbound/webhooks/resend-webhook';
import { isWebhookSignature } from '@/lib/outbound/webhooks/standard-webhook';
import { sealText, unsealText } from '@/lib/settings/sealed-text';
import { findAuditActions, makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let scope: Scope;
let other: FakeApi;
let endpointId: string;
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

beforeAll(async () => {
  other = await startFakeApi(() => ({ status: 204 }));
});
afterAll(() => other.stop());

beforeEach(async () => {
  const { scope: own, memberId } = await makeOwnedWorkspace();
  scope = own;
  other.calls.length = 0;
  other.next = [];
  endpointId = newId();
  // Made by hand: by the form an address on this machine is refused.
  await scope.run((db) =>
    db.webhookEndpoint.create({
      data: {
        ...{ workspaceId: scope.workspaceId, id: endpointId, name: 'Ours', createdById: memberId },
        url: `${other.baseUrl}/take`,
        events: ['alert.raised', 'feedback.themed'],
        secret: sealText(scope, endpointSecretPlace(endpointId), SECRET),
      },
    }),
  );
});

const form = (more: object = {}) =>
  endpointFormSchema.parse({ name: 'A', url: 'https://example.org/x', events: 'alert.raised', ...more });

async function emit(type: EventType = 'alert.raised', more: object = {}): Promise<string[]> {
  await emitEvents(scope, type, [{ data: { alert: { id: 'a1' } }, path: '/alerts/a1', ...more }]);
  const rows = await scope.run((db) =>
    db.webhookDelivery.findMany({ where: { workspaceId: scope.workspaceId }, orderBy: { id: 'asc' } }),
  );
  return rows.map(({ id }) => id);
}
const log = async () => (await findWebhookDeliveries(scope, { endpointId, state: null, at: null })).rows;
const waits = () =>
  scope.run(
    (db) => db.$queryRaw<{ wait: number }[]>`
      SELECT extract(epoch FROM start_after - created_on)::int AS wait FROM pgboss.job
      WHERE name = 'outbound.deliver' AND data->>'workspaceId' = ${scope.workspaceId} ORDER BY created_on`,
  );

it('tells those who want to know, signed, with a link, once', async () => {
  const [id = ''] = await emit();
  expect(await emit('response.completed')).toHaveLength(1);
  await Promise.all([deliverWebhook(scope, id, other.send), deliverWebhook(scope, id, other.send)]);
  await deliverWebhook(scope, id, other.send);
  expect(other.calls).toHaveLength(1);
  const [call] = other.calls;
  expect(call).toMatchObject({
    method: 'POST',
    path: '/take',
    json: {
      type: 'alert.raised',
      timestamp: expect.stringMatching(/Z$/),
      data: { alert: { id: 'a1' }, link: expect.stringMatching(/\/w\/.*\/alerts\/a1$/) },
    },
  });
  const signed = {
    id: `msg_${id}`,
    timestamp: Number(call?.headers['webhook-timestamp']),
    body: JSON.stringify(call?.json),
  };
  expect(call?.headers['webhook-id']).toBe(signed.id);
  expect(isWebhookSignature(SECRET, signed, String(call?.headers['webhook-signature']))).toBe(true);
  expect(await log()).toMatchObject([{ state: 'delivered', attempts: 1, status: 204 }]);
  expect(await getEndpoint(scope, endpointId)).toMatchObject({ deliveries: 1, failed: 0, failures: 0 });
});

it('feedback of a theme goes to those who chose the theme, or all', async () => {
  const [mine, theirs] = [newId(), newId()];
  await scope.run((db) =>
    db.webhookEndpoint.updateMany({ where: { id: endpointId }, data: { themeIds: [mine] } }),
  );
  expect(await emit('feedback.themed', { themeId: theirs })).toHaveLength(0);
  expect(await emit('feedback.themed', { themeId: mine })).toHaveLength(1);
});

it('what fails is sent again, ever more seldom or when it is asked to, and in the end given up', async () => {
  const [id = ''] = await emit();
  let now = new Date();
  other.next = [
    { status: 429, headers: { 'retry-after': '60' } },
    ...RETRY_SECONDS.map(() => ({ status: 500 })),
  ];
  for (const seconds of [0, 60, ...RETRY_SECONDS.slice(1)]) {
    now = new Date(now.getTime() + seconds * 1000);
    await deliverWebhook(scope, id, other.send, now);
  }
  expect(other.calls).toHaveLength(10);
  expect(new Set(other.calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect((await waits()).map(({ wait }) => wait)).toEqual([0, 60, ...RETRY_SECONDS.slice(1)]);
  expect(await log()).toMatchObject([{ state: 'failed', attempts: 10, status: 500 }]);
  // Ten attempts over more than three days, and nothing was taken.
  expect(await getEndpoint(scope, endpointId)).toMatchObject({
    isEnabled: false,
    disabledReason: 'It took nothing for 3 days, in 10 attempts.',
  });
  expect(await findAuditActions(scope)).toContain('webhook.turned_off');
  expect(await emit()).toHaveLength(1);
  await switchEndpoint(scope, endpointId, true);
  await resendWebhook(scope, id);
  await deliverWebhook(scope, id, other.send, now);
  expect(await log()).toMatchObject([{ state: 'delivered', attempts: 1 }]);
  expect(other.calls.at(-1)?.headers['webhook-id']).toBe(`msg_${id}`);
});

it('one that comes before its time waits, and one success forgets the failures', async () => {
  const [id = ''] = await emit();
  other.next = [{ status: 503 }];
  await deliverWebhook(scope, id, other.send);
  await deliverWebhook(scope, id, other.send);
  expect(other.calls).toHaveLength(1);
  expect(await getEndpoint(scope, endpointId)).toMatchObject({ failures: 1 });
  // Somebody mended the receiver and does not want to wait.
  await resendWebhook(scope, id);
  await deliverWebhook(scope, id, other.send);
  expect(other.calls).toHaveLength(2);
  expect(await log()).toMatchObject([{ state: 'delivered', attempts: 1 }]);
  expect(await getEndpoint(scope, endpointId)).toMatchObject({ failures: 0, failingSince: null });
  const [, second = ''] = await emit();
  await expect(resendWebhook(scope, second)).rejects.toThrow('on its way');
  await expect(resendWebhook(scope, newId())).rejects.toThrow('no longer kept');
});

it('410 turns an endpoint off at once', async () => {
  const [id = ''] = await emit();
  other.next = [{ status: 410 }];
  await deliverWebhook(scope, id, other.send);
  expect(await log()).toMatchObject([{ state: 'failed', status: 410 }]);
  expect(await getEndpoint(scope, endpointId)).toMatchObject({ isEnabled: false });
});

it('private addresses are refused when entered, and when a message is to go there', async () => {
  for (const url of ['http://example.org/x', 'https://127.0.0.1/x', 'https://[::1]/', 'https://10.0.0.8/x']) {
    await expect(createEndpoint(scope, form({ url }))).rejects.toThrow(/public Internet|https:/);
    await expect(updateEndpoint(scope, endpointId, form({ url }))).rejects.toThrow(/public Internet|https:/);
  }
  await expect(createEndpoint(scope, form({ url: 'https://a:b@example.org' }))).rejects.toThrow('password');
  // As the worker sends, with no host allowed.
  await expect(testEndpoint(scope, endpointId)).rejects.toThrow('https://');
  expect(other.calls).toHaveLength(0);
});

it('the test says how it went, once', async () => {
  expect(await testEndpoint(scope, endpointId, other.send)).toBe(204);
  expect(other.calls[0]?.json).toMatchObject({ type: 'test' });
  other.next = [{ status: 404 }];
  await expect(testEndpoint(scope, endpointId, other.send)).rejects.toThrow('status 404');
  expect((await log()).map(({ state }) => state)).toEqual(['failed', 'delivered']);
  expect(await getEndpoint(scope, endpointId)).toMatchObject({ failures: 0 });
});

it('people are named when it is sent, not before: who was erased since is named no more', async () => {
  const { workspaceId } = scope;
  const [ann, bob, account] = [newId(), newId(), newId()];
  await scope.run(async (db) => {
    await db.contact.createMany({
      data: [
        { workspaceId, id: ann, email: 'ann@example.org', name: 'Ann' },
        { workspaceId, id: bob, email: 'bob@example.org', name: 'Bob' },
      ],
    });
    await db.account.create({ data: { workspaceId, id: account, name: 'Acme', externalId: 'acme' } });
  });
  const people = [
    { contactId: ann, accountId: account },
    { contactId: bob, accountId: null },
  ];
  const [id = ''] = await emit('alert.raised', { data: { people } });
  const stored = await scope.run((db) => db.webhookDelivery.findFirstOrThrow({ where: { id } }));
  expect(JSON.stringify(stored.data)).not.toContain('@');
  await scope.run((db) => db.contact.deleteMany({ where: { id: bob } }));
  await deliverWebhook(scope, id, other.send);
  expect(other.calls[0]?.json.data).toMatchObject({
    people: [{ contact: { email: 'ann@example.org' }, account: { externalId: 'acme' } }],
  });
});

it('endpoints are made, changed and removed by administrators of the workspace, and audited', async () => {
  const secret = await createEndpoint(scope, form());
  const [made] = await findEndpoints(scope);
  const row = await scope.run((db) => db.webhookEndpoint.findFirstOrThrow({ where: { id: made?.id ?? '' } }));
  expect(Buffer.from(row.secret).includes(secret)).toBe(false);
  expect(unsealText(scope, endpointSecretPlace(row.id), row.secret)).toBe(secret);
  expect(await replaceEndpointSecret(scope, row.id)).not.toBe(secret);
  const viewer = await makeMember(scope, 'viewer');
  const { scope: elsewhere } = await makeOwnedWorkspace();
  for (const act of [
    (by: Scope) => updateEndpoint(by, row.id, form({ name: 'B' })),
    (by: Scope) => switchEndpoint(by, row.id, false),
    (by: Scope) => testEndpoint(by, row.id, other.send),
    (by: Scope) => removeEndpoint(by, row.id),
  ]) {
    await expect(act(viewer.scope)).rejects.toThrow('Administrator');
    await expect(act(elsewhere)).rejects.toThrow('no such');
  }
  await updateEndpoint(scope, row.id, form({ name: 'B' }));
  await removeEndpoint(scope, row.id);
  expect((await findAuditActions(scope)).slice(-4)).toEqual([
    'webhook.created',
    'webhook.secret_replaced',
    'webhook.changed',
    'webhook.removed',
  ]);
});
