import { createHmac } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { sha256 } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { createHook, removeHook } from '@/lib/ingest/hooks/create-hook';
import { findHookDeliveries, findHooks, getHook } from '@/lib/ingest/hooks/find-hooks';
import { type HookForm, hookFormSchema } from '@/lib/ingest/hooks/hook-form';
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

it('Intercom: replies of users and the rating, not those of admins', async () => {
  const { token } = await make({ kind: 'intercom', secret: 'client' });
  const json = {
    topic: 'conversation.user.replied',
    id: 'n1',
    data: {
      item: {
        type: 'conversation',
        id: '1295',
        created_at: 1_663_597_223,
        source: {
          id: '3',
          body: '<p>It is <b>slow</b> &amp; odd</p>',
          author: { type: 'user', id: 'u', email: 'J@x.org' },
        },
        contacts: { contacts: [{ id: 'u', external_id: '70' }] },
        conversation_rating: { rating: 2, remark: 'Took days', created_at: 1_663_597_300 },
        conversation_parts: {
          conversation_parts: [
            {
              id: '4',
              part_type: 'comment',
              body: '<p>Sorry!</p>',
              created_at: 1_663_597_230,
              author: { type: 'admin', id: '9' },
            },
            {
              id: '5',
              part_type: 'comment',
              body: '<p>Still.</p>',
              created_at: 1_663_597_240,
              author: { type: 'user', id: 'u' },
            },
          ],
        },
      },
    },
  };
  const body = JSON.stringify(json);
  const signature = `sha1=${createHmac('sha1', 'client').update(body).digest('hex')}`;
  await send(token, body, { 'x-hub-signature': signature });
  const rows = await feedback();
  expect(rows.map(({ text }) => text)).toEqual(['It is slow & odd', 'Still.', 'Took days']);
  expect(new Set(rows.map(({ contact }) => contact?.externalId))).toEqual(new Set(['70']));
  expect(rows[0]?.contact?.email).toBe('j@x.org');
  expect(rows[2]).toMatchObject({ response: { answers: [{ metric: 'csat', score: 2 }] } });
  expect(rows[2]?.conversationId).toBe(rows[0]?.conversationId);
});

it('Typeform: scores, texts under their questions, the rest beside them; the secret is ours', async () => {
  const { token, secret } = await make({ kind: 'typeform', name: 'Spring survey' });
  const field = (id: string, type: string) => ({ id, type, ref: id });
  const body = JSON.stringify({
    event_type: 'form_response',
    form_response: {
      form_id: 'f',
      token: 't1',
      submitted_at: '2026-05-01T10:00:00Z',
      hidden: { user_id: 'u1', account: 'acme' },
      definition: {
        fields: [
          { id: 'a', title: 'How likely are you to recommend us?', properties: { steps: 11 } },
          { id: 'b', title: 'Why?', properties: {} },
          { id: 'c', title: 'City', properties: {} },
        ],
      },
      answers: [
        { type: 'number', number: 9, field: field('a', 'opinion_scale') },
        { type: 'text', text: 'Fast help', field: field('b', 'long_text') },
        { type: 'choice', choice: { label: 'Barcelona' }, field: field('c', 'multiple_choice') },
      ],
    },
  });
  const sign = (key: string) => `sha256=${createHmac('sha256', key).update(body).digest('base64')}`;
  await expect(send(token, body, { 'typeform-signature': sign('guess') })).rejects.toThrow(
    'not by the secret',
  );
  await send(token, body, { 'typeform-signature': sign(secret ?? '') });
  const [row] = await feedback();
  expect(row).toMatchObject({
    text: 'Fast help',
    title: 'Why?',
    channel: 'survey',
    contact: { externalId: 'u1' },
    account: { externalId: 'acme' },
    response: { custom: { City: 'Barcelona' }, answers: [{ metric: 'nps', score: 9 }] },
  });
});

it('Freshdesk and Chatwoot: whose address is the secret, messages of contacts alone', async () => {
  const freshdesk = await make({ kind: 'freshdesk' });
  await send(freshdesk.token, {
    freshdesk_webhook: {
      ticket_id: 12,
      ticket_subject: 'Login',
      ticket_description: '<div>Cannot log in</div>',
      ticket_contact_email: 'kim@example.org',
    },
  });
  const chatwoot = await make({ kind: 'chatwoot', name: 'Chat' });
  const message = (id: number, type: string, content: string, more: object = {}) => ({
    event: 'message_created',
    ...{ id, content, message_type: type, created_at: '2026-05-03 13:05:57 UTC' },
    sender: { id: 3, name: 'Kim', email: 'kim@example.org', type: 'contact' },
    conversation: { id: 8, meta: { sender: { id: 3, email: 'kim@example.org' } } },
    ...more,
  });
  await send(chatwoot.token, message(1, 'incoming', 'Where is my invoice?'));
  await send(chatwoot.token, message(2, 'outgoing', 'Let me look.'));
  await send(
    chatwoot.token,
    message(3, 'template', 'Please rate', {
      event: 'message_updated',
      content_attributes: {
        submitted_values: { csat_survey_response: { rating: 5, feedback_message: 'Quick reply' } },
      },
    }),
  );
  const rows = await feedback();
  expect(rows.map(({ text }) => text).sort()).toEqual([
    'Cannot log in',
    'Quick reply',
    'Where is my invoice?',
  ]);
  expect(new Set(rows.map(({ contactId }) => contactId)).size).toBe(1);
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
    'externalId: It is missing.',
  ]);
  const stored = await scope.run((db) => db.hookDelivery.findMany({ where: { hookId } }));
  expect(stored.every(({ body }) => !Buffer.from(body ?? []).includes('Kept'))).toBe(true);
  // The mapping is mended; the same message is read as it came.
  await scope.run((db) =>
    db.hook.updateMany({
      where: { id: hookId },
      data: { mapping: { externalId: 'id', text: 'body.plain' } },
    }),
  );
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
  const other = await makeOwnedWorkspace();
  await expect(removeHook(other.scope, hookId)).rejects.toThrow('no such');
  expect(await findHooks(other.scope)).toEqual([]);
  const stored = await scope.run((db) => db.hook.findFirstOrThrow({ where: { id: hookId } }));
  expect(stored.addressHash).toBe(sha256(token));
  expect(JSON.stringify(stored)).not.toContain(token);
});
