import { expect, it } from 'vitest';
import { findTimeline } from '@/lib/annotations/find-timeline';
import { addEvents } from '@/lib/api/events/event-operations';
import { callApi, makeApiWorkspace } from '@/lib/api/testing/call-api';
import { defineApiRoute } from '@/lib/http/define-api-route';

const POST = defineApiRoute(addEvents);
const order = {
  ...{ externalId: 'o1', name: 'Order 17', occurredAt: '2026-03-01T10:00:00Z' },
  ...{ account: { externalId: 'acme' }, amountCents: 12_900, currency: 'eur' },
};

it('an event with an amount is a purchase in the timeline, once; with half of one it is refused', async () => {
  const { scope, key } = await makeApiWorkspace();
  const refund = { ...order, externalId: 'o2', name: 'Refund', amountCents: -900 };
  const items = [
    ...[order, refund, { ...order, externalId: 'o3', currency: undefined }],
    ...[
      { ...order, externalId: 'o4', count: 2 },
      { ...order, externalId: 'e1', amountCents: undefined, currency: undefined },
    ],
  ];
  const first = await callApi(POST, { key, body: { items } });
  expect(first.body).toMatchObject({
    ...{ added: 3, refused: 2 },
    errors: [
      { index: 2, field: 'amountCents' },
      { index: 3, field: 'count' },
    ],
  });
  expect((await callApi(POST, { key, body: { items } })).body).toMatchObject({ added: 0, unchanged: 3 });
  const { id: accountId } = await scope.run((db) =>
    db.account.findFirstOrThrow({ where: { workspaceId: scope.workspaceId } }),
  );
  const { events, counts } = await findTimeline(scope, { accountId }, { only: 'purchase', place: null });
  expect(counts).toMatchObject({ purchase: 2, usage: 1 });
  expect(
    events.map((event) => event.kind === 'purchase' && [event.what, event.amountCents]).toSorted(),
  ).toEqual([
    ['Order 17', 12_900],
    ['Refund', -900],
  ]);
});

it('a purchase is on the timeline of who bought it, too, at the account they are known to be at', async () => {
  const { scope, key } = await makeApiWorkspace();
  const contact = { externalId: 'u-1' };
  const named = { ...order, contact };
  const later = { ...order, externalId: 'o2', name: 'Seats', account: undefined, contact };
  expect((await callApi(POST, { key, body: { items: [named] } })).body).toMatchObject({ added: 1 });
  expect((await callApi(POST, { key, body: { items: [later] } })).body).toMatchObject({ added: 1 });
  const { id: contactId } = await scope.run((db) => db.contact.findFirstOrThrow());
  const { events, counts } = await findTimeline(scope, { contactId }, { only: null, place: null });
  expect(counts).toMatchObject({ purchase: 2, usage: 0 });
  expect(events.map((event) => event.kind === 'purchase' && event.what).toSorted()).toEqual([
    'Order 17',
    'Seats',
  ]);
});

it('a public key tells of no money', async () => {
  const { scope, key } = await makeApiWorkspace({ kind: 'public', scopes: ['events:write'] });
  const { body } = await callApi(POST, { key, body: { items: [order] } });
  expect(body).toMatchObject({ errors: [{ index: 0, field: 'amountCents' }] });
  expect(await scope.run((db) => db.transaction.count({ where: { workspaceId: scope.workspaceId } }))).toBe(
    0,
  );
});
