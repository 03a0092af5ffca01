import { createHmac } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { sha256 } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { changeMapping, changeSecret, createHook, removeHook } from '@/lib/ingest/hooks/create-hook';
import { findHookDeliveries, findHooks, getHook } from '@/lib/ingest/hooks/find-hooks';
import { type HookForm, hookFormSchema, hookMappingSchema } from '@/lib/ingest/hooks/hook-form';
import { giveUpHookDelivery, readHookDelivery } from '@/lib/ingest/hooks/read-hook-delivery';
import { receiveHook } from '@/lib/ingest/hooks/receive-hook';
import { retryHookDeliveries } from '@/lib/ingest/hooks/retry-hook-deliveries';
import { findOpenJob } from '@/lib/jobs/find-open-job';
import { signWebhook } from '@/lib/outbound/webhooks/standard-webhook';
import { makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let scope: Scope;
beforeEach(async () => {
  ({ scope } = await makeOwnedWorkspace());
});

const form = (fields: Record<string, string>): HookForm => hookFormSchema.parse(fields);

async function make(fields: Record<string, string>) {
  const made = await createHook(scope, form(fields));
  const [row] = await findHooks(scope);
  if (!row) throw new Error('not made');
  return { ...made, token: made.address.split('/').at(-1) ?? '', hookId: row.id };
}

/** Sends a body as its sender would and lets the job read it. */
async function send(token: string, json: unknown, headers: Record<string, string> = {}) {
  const body = typeof json === 'string' ? json : JSON.stringify(json);
  const outcome = await receiveHook(token, { headers: new Headers(headers), body });
  await readAll();
  return outcome;
}

async function readAll() {
  const waiting = await scope.run((db) =>
    db.hookDelivery.findMany({ where: { workspaceId: scope.workspaceId, state: 'waiting' } }),
  );
  for (const { id } of waiting) await readHookDelivery(scope, id);
}

const deliveries = async (hookId: string) =>
  (await findHookDeliveries(scope, { hookId, state: null, cursor: null })).page.rows;
const feedback = () =>
  scope.run((db) =>
    db.feedback.findMany({
      where: { workspaceId: scope.workspaceId },
      orderBy: { occurredAt: 'asc' },
      include: { contact: true, account: true, conversation: true, response: { include: { answers: true } } },
    }),
  );

const event = (type: string, more: object = {}, detail: object = {}) => ({
  type: `zen:event-type:ticket.${type}`,
  id: `${type}-1`,
  time: '2026-05-01T10:00:00Z',
  detail: {
    id: '12345',
    subject: 'Export',
    description: 'The export fails. Call me at +49 170 1234567.',
    requester_id: '84',
    submitter_id: '84',
    organization_id: '55',
    created_at: '2026-05-01T09:00:00Z',
    ...detail,
  },
  event: more,
});
const comment = (id: string, body: string, author: object, more: object = {}) => ({
  comment: { id, body, is_public: true, author, ...more },
});

it('Zendesk: signed messages become one conversation of the customer, whatever comes twice', async () => {
  const { token, hookId, secret } = await make({ kind: 'zendesk', secret: 'theirs' });
  expect(secret).toBeNull();
  const signed = (json: object, id: string) => {
    const time = new Date().toISOString();
    return send(token, json, {
      'x-zendesk-webhook-signature-timestamp': time,
      'x-zendesk-webhook-signature': createHmac('sha256', 'theirs')
        .update(`${time}${JSON.stringify(json)}`)
        .digest('base64'),
      'x-zendesk-webhook-invocation-id': id,
    });
  };
  const customer = { id: '84', is_staff: false, name: 'Ann Example' };
  expect(await signed(event('created'), '1')).toBe('accepted');
  expect(await signed(event('created'), '1')).toBe('repeated');
  expect(await signed(event('created'), '2')).toBe('accepted');
  await signed(event('comment_added', comment('7', 'Still broken today.', customer)), '3');
  await signed(event('comment_added', comment('8', 'We look into it.', { id: '1', is_staff: true })), '4');
  await signed(event('comment_added', comment('9', 'Internal.', customer, { is_public: false })), '5');
  await signed(event('status_changed'), '6');
  const rows = await feedback();
  expect(rows.map(({ text }) => text.replace(/\[.*\]/, '[…]'))).toEqual([
    'The export fails. Call me at […].',
    'Still broken today.',
  ]);
  expect(rows[0]?.conversation).toMatchObject({
    externalId: 'ticket/12345',
    subject: 'Export',
    channel: 'ticket',
  });
  expect(rows[1]?.conversationId).toBe(rows[0]?.conversationId);
  expect(rows[1]).toMatchObject({
    contact: { externalId: 'zendesk:84' },
    account: { externalId: 'zendesk:organization:55' },
  });
  expect((await deliveries(hookId)).map(({ state }) => state).sort()).toEqual([
    'done',
    'done',
    'done',
    'ignored',
    'ignored',
    'ignored',
  ]);
  expect(await findOpenJob(scope, 'annotations.annotate')).not.toBeNull();

  // What is deleted over there is not kept here.
  await signed(event('soft_deleted'), '7');
  expect(await feedback()).toEqual([]);
  await signed(event('permanently_deleted'), '8');
  expect((await deliveries(hookId)).filter(({ state }) => state === 'done')).toHaveLength(5);
});

it('what is not from whom it says is refused, kept nowhere, and told on the screen', async () => {
  const { token, hookId } = await make({ kind: 'zendesk', secret: 'theirs' });
  await expect(send(token, event('created'))).rejects.toThrow('not signed');
  await expect(send(`${token}x`, event('created'))).rejects.toThrow('no such address');
  expect(await deliveries(hookId)).toEqual([]);
  expect(await getHook(scope, hookId)).toMatchObject({ lastRefusal: expect.stringContaining('not signed') });
  await removeHook(scope, hookId);
  await expect(send(token, event('created'))).rejects.toThrow('no such address');
});

const mapped = {
  kind: 'generic',
  name: 'Shop',
  isSigned: 'on',
  'map.items': 'data.comments',
  'map.externalId': 'id',
  'map.text': 'body.plain',
  'map.occurredAt': 'at',
  'map.rating': 'stars',
  'map.contactEmail': 'from.email',
  'map.author': 'role',
  'map.staffValues': 'agent, bot',
};

it('another system: by mapped fields, signed by Standard Webhooks', async () => {
  const { token, secret } = await make(mapped);
  const at = 1_777_000_000;
  const body = JSON.stringify({
    data: {
      comments: [
        {
          id: 1,
          body: { plain: 'Too dear' },
          at,
          stars: '2',
          from: { email: 'a@example.org' },
          role: 'customer',
        },
        { id: 2, body: { plain: 'We see' }, at, role: 'agent' },
        { id: 3, body: { plain: 'No stars' }, at: at + 60 },
      ],
    },
  });
  const timestamp = Math.floor(Date.now() / 1000);
  await send(token, body, {
    'webhook-id': 'm1',
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signWebhook(secret ?? '', { id: 'm1', timestamp, body }),
  });
  const rows = await feedback();
  expect(rows.map(({ text, response }) => [text, response?.answers[0]?.score])).toEqual([
    ['Too dear', 2],
    ['No stars', undefined],
  ]);
  expect(rows[0]?.occurredAt).toEqual(new Date(at * 1000));
});

it('a message that cannot be read waits as a dead letter, with the reason, until a person lets it be read again', async () => {
  const { token, hookId } = await make({ ...mapped, isSigned: 'on', 'map.items': '', 'map.rating': 'score' });
  const { secret } = await make({ ...mapped, name: 'Other' });
  expect(secret).toMatch(/^whsec_/);
  await scope.run((db) => db.hook.updateMany({ where: { id: hookId }, data: { secret: null } }));
  await send(token, 'no json at all');
  await send(token, { id: '1', body: { plain: 'Kept for later' }, score: 9 });
  await send(token, { body: { plain: 'no id' } });
  const { page, total } = await findHookDeliveries(scope, { hookId, state: 'dead', cursor: null });
  expect(total).toBe(3);
  expect(page.rows.map(({ failure }) => failure).reverse()).toEqual([
    expect.stringContaining('not JSON'),
    '1 of 1 not taken: its score (rating) is not on the scale.',
    'id: It is missing.',
  ]);
  const stored = await scope.run((db) => db.hookDelivery.findMany({ where: { hookId } }));
  expect(stored.every(({ body }) => !Buffer.from(body ?? []).includes('Kept'))).toBe(true);
  // The mapping is mended; the same message is read as it came.
  const mended = { hookId, 'map.externalId': 'id', 'map.text': 'body.plain' };
  const { mapping } = hookMappingSchema.parse(mended);
  if (mapping) await changeMapping(scope, hookId, mapping);
  expect(await retryHookDeliveries(scope, { hookId })).toBe(3);
  await readAll();
  expect((await feedback()).map(({ text }) => text)).toEqual(['Kept for later']);
  expect(await getHook(scope, hookId)).toMatchObject({ deliveries: 3, dead: 2 });
  const [left] = (await findHookDeliveries(scope, { hookId, state: 'done', cursor: null })).page.rows;
  await expect(retryHookDeliveries(scope, { deliveryId: left?.id ?? '' })).rejects.toThrow(
    'nothing to read again',
  );
});

it('a fault of ours ends as a dead letter too, and a text changed at its source is replaced', async () => {
  const { token, hookId } = await make({ ...mapped, 'map.items': '', 'map.rating': '' });
  await scope.run((db) => db.hook.updateMany({ where: { id: hookId }, data: { secret: null } }));
  await send(token, { id: 'x', body: { plain: 'First' } });
  await send(token, { id: 'x', body: { plain: 'Second' } });
  expect((await feedback()).map(({ text }) => text)).toEqual(['Second']);
  await receiveHook(token, { headers: new Headers(), body: '{}' });
  const waiting = (await deliveries(hookId)).find(({ state }) => state === 'waiting');
  await giveUpHookDelivery(scope, waiting?.id ?? '');
  expect(await getHook(scope, hookId)).toMatchObject({ dead: 1 });
});

it('addresses are made, removed and retried by administrators of the workspace, hashed, and audited', async () => {
  const { hookId, token } = await make({ kind: 'freshdesk', name: 'Desk' });
  const viewer = await makeMember(scope, 'viewer');
  await expect(createHook(viewer.scope, form({ kind: 'freshdesk' }))).rejects.toThrow('Administrator');
  await expect(removeHook(viewer.scope, hookId)).rejects.toThrow('Administrator');
  await expect(retryHookDeliveries(viewer.scope, { hookId })).rejects.toThrow('Administrator');
  await expect(createHook(scope, form({ kind: 'zendesk' }))).rejects.toThrow('Enter the secret');
  await expect(changeSecret(scope, hookId, 'x')).rejects.toThrow('no such');
  const other = await makeOwnedWorkspace();
  await expect(removeHook(other.scope, hookId)).rejects.toThrow('no such');
  expect(await findHooks(other.scope)).toEqual([]);
  const stored = await scope.run((db) => db.hook.findFirstOrThrow({ where: { id: hookId } }));
  expect(stored.addressHash).toBe(sha256(token));
  expect(JSON.stringify(stored)).not.toContain(token);
});
