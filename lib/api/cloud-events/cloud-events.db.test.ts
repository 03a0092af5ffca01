import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { addCloudEvents } from '@/lib/api/cloud-events/cloud-event-operation';
import { callApi, makeApiWorkspace } from '@/lib/api/testing/call-api';
import { hasShapes, shapeFile } from '@/lib/core/testing/data-sets';
import { defineApiRoute } from '@/lib/http/define-api-route';

const POST = defineApiRoute(addCloudEvents);
const event = (id: string, type: string, data: unknown, more: object = {}) => ({
  ...{ specversion: '1.0', id, type, source: '/shop', time: '2026-04-05T17:31:00Z', data },
  ...more,
});

it('takes statements and usage events in one batch, once by source and id', async () => {
  const { scope, key } = await makeApiWorkspace();
  const account = { externalId: 'a' };
  const body = [
    event('1', 'com.example.feedback.received', { text: 'Too slow', account, channel: 'chat' }),
    event('1', 'com.example.feedback.received', { text: 'Said elsewhere' }, { source: '/other' }),
    event('2', 'com.example.report.exported', { account, count: 2 }, { traceparent: '00-ab' }),
    event('3', 'com.example.feedback.received', { text: '' }),
    event('4', 'com.example.report.exported', { count: 2 }),
    event('5', 'x', 'words'),
    event('6', 'x', {}, { specversion: '0.3' }),
  ];
  const headers = { 'content-type': 'application/cloudevents-batch+json' };
  const first = await callApi<{ errors: { index: number; field: string }[] }>(POST, { key, body, headers });
  expect(first.body).toMatchObject({ received: 7, added: 3, refused: 4 });
  expect(first.body.errors.map(({ index, field }) => `${index} ${field}`)).toEqual([
    '3 data.text',
    '4 account',
    '5 data',
    '6 specversion',
  ]);
  expect((await callApi(POST, { key, body, headers })).body).toMatchObject({ added: 0, unchanged: 3 });
  const sources = await scope.run((db) => db.source.findMany({ orderBy: { name: 'asc' } }));
  expect(sources.map(({ name }) => name)).toEqual(['/other', '/shop']);
  const [usage] = await scope.run((db) => db.usageEvent.findMany());
  expect(usage).toMatchObject({ name: 'com.example.report.exported', count: 2, externalId: '2' });
});

it('takes one in binary mode, and data in Base64', async () => {
  const { scope, key } = await makeApiWorkspace();
  const headers = {
    ...{ 'content-type': 'application/json; charset=utf-8', 'ce-specversion': '1.0', 'ce-id': 'b1' },
    ...{ 'ce-type': 'com.example.feedback.received', 'ce-source': '/sh%C3%B6p' },
    ...{ 'ce-time': '2026-04-05T17:31:00Z', 'ce-traceparent': '00-ab' },
  };
  const binary = await callApi(POST, { key, body: { text: 'Too slow', channel: 'chat' }, headers });
  expect(binary.body).toMatchObject({ received: 1, added: 1 });
  const encode = (data: string) => ({ data_base64: Buffer.from(data).toString('base64') });
  const { data: _, ...bare } = event('s1', 'feedback.received', null);
  const mixed = await callApi<{ errors: object[] }>(POST, {
    key,
    body: [
      { ...bare, ...encode('{"text":"Größe fehlt"}') },
      { ...bare, id: 's2', ...encode('<xml/>') },
    ],
  });
  expect(mixed.body).toMatchObject({ added: 1, refused: 1, errors: [{ index: 1, field: 'data' }] });
  const rows = await scope.run((db) => db.feedback.findMany({ include: { source: true } }));
  expect(rows.map(({ text, source }) => [source.name, text]).toSorted()).toEqual([
    ['/shop', 'Größe fehlt'],
    ['/shöp', 'Too slow'],
  ]);
});

it('takes no statement of a key that may only add events', async () => {
  const { scope, key } = await makeApiWorkspace({ scopes: ['events:write'] });
  const body = event('1', 'feedback.received', { text: 'Too slow' });
  expect((await callApi(POST, { key, body })).body.errors).toMatchObject([{ index: 0, field: 'type' }]);
  expect(await scope.run((db) => db.feedback.count())).toBe(0);
});

it.runIf(hasShapes('a CloudEvent'))('takes the example of the specification', async () => {
  const { key } = await makeApiWorkspace();
  const body = JSON.parse(readFileSync(shapeFile('cloudevents.json'), 'utf8'));
  expect((await callApi(POST, { key, body })).body).toMatchObject({ added: 1 });
});
