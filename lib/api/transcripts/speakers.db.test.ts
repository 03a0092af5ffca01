import { beforeEach, expect, it } from 'vitest';
import { findConversationPage, getConversation } from '@/lib/annotations/find-conversation';
import { findTimeline } from '@/lib/annotations/find-timeline';
import { callApi, makeApiWorkspace } from '@/lib/api/testing/call-api';
import { addTranscripts, correctSpeaker } from '@/lib/api/transcripts/transcript-operation';
import type { Scope } from '@/lib/db/scope';
import { relabelSpeaker } from '@/lib/feedback/relabel-speaker';
import { defineApiRoute } from '@/lib/http/define-api-route';
import { erasePerson } from '@/lib/privacy/erase-person';
import { findAuditActions, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

const POST = defineApiRoute(addTranscripts);
const CORRECT = defineApiRoute(correctSpeaker);

let scope: Scope;
let key: string;
beforeEach(async () => {
  ({ scope, key } = await makeApiWorkspace());
});

const item = {
  externalId: 'call-1',
  startedAt: '2026-05-01T10:00:00Z',
  content: [
    'WEBVTT\n',
    '00:01.000 --> 00:02.000\n<v Ann>The export is slow.\n',
    '00:03.000 --> 00:04.000\n<v Sam>Write to sam@own.example, please.\n',
    '00:05.000 --> 00:06.000\n<v bo@acme.example>It fails for me, too.\n',
    '00:07.000 --> 00:08.000\n<v Zoe>I also see it.\n',
  ].join('\n'),
  customers: ['Ann', 'bo@acme.example'],
  staff: ['Sam'],
  account: { externalId: 'acme' },
};
const send = async (more: object = {}) =>
  (await callApi(POST, { key, body: { source: 'calls', items: [{ ...item, ...more }] } })).body;
const correct = (speaker: string, side: string) =>
  callApi(CORRECT, { key, body: { source: 'calls', externalId: 'call-1', speaker, side } });
const conversationId = async () => (await scope.run((db) => db.conversation.findFirstOrThrow())).id;
const said = async () => {
  const rows = await findConversationPage(scope, await conversationId(), { page: 1, pageSize: 100 });
  return rows.map(({ side, speaker, excerpt }) => [side, speaker, excerpt]);
};
const seconds = async () =>
  (await findConversationPage(scope, await conversationId(), { page: 1, pageSize: 100 })).map(
    (row) => row.seconds,
  );
const feedback = () =>
  scope.run((db) => db.feedback.findMany({ include: { contact: true }, orderBy: { occurredAt: 'asc' } }));

it('keeps what staff says, redacted and unjudged, in its place among what customers say', async () => {
  expect(await send({ unknownSpeakers: 'skip' })).toMatchObject({
    added: 1,
    transcripts: [
      {
        statements: 2,
        speakers: [
          { name: 'Ann', label: 'Customer 1' },
          { name: 'Sam', label: 'Staff 1', side: 'staff' },
          { name: 'bo@acme.example', label: 'Customer 2' },
          { name: 'Zoe', label: 'Speaker 1', side: 'unknown' },
        ],
      },
    ],
  });
  expect(await seconds()).toEqual([1, 3, 5, 7]);
  expect(await said()).toEqual([
    ['customer', 'Customer 1', 'The export is slow.'],
    ['staff', 'Staff 1', expect.stringMatching(/^Write to \[.*\], please\.$/)],
    ['customer', 'bo@acme.example', 'It fails for me, too.'],
    ['unknown', 'Speaker 1', 'I also see it.'],
  ]);
  expect(await feedback()).toHaveLength(2);
  const { accountId } = await scope.run((db) => db.conversation.findFirstOrThrow());
  const { events } = await findTimeline(scope, { accountId: accountId ?? '' }, { only: null, place: null });
  expect(events.filter(({ kind }) => kind === 'conversation')).toMatchObject([{ statements: 2, others: 2 }]);
});

it('keeps the order of a chat that tells no times, whoever speaks', async () => {
  await send({
    content: 'Ann: The export is slow\nSam: Since when\nAnn: Since Monday\nSam: I see',
    customers: ['Ann'],
  });
  expect((await said()).map(([, , text]) => text)).toEqual([
    ...['The export is slow', 'Since when', 'Since Monday', 'I see'],
  ]);
});

it('makes feedback of a speaker’s words once a person says so, and takes it back, without importing again', async () => {
  await send();
  const turn = await scope.run((db) =>
    db.conversationTurn.findFirstOrThrow({ where: { speaker: 'Staff 1' } }),
  );
  expect((await correct('Staff 1', 'customer')).body).toEqual({ speaker: 'Customer 3', moved: 1 });
  const rows = await feedback();
  expect(rows.map(({ text }) => text)[1]).toBe(turn.text);
  expect(rows[1]).toMatchObject({
    id: turn.id,
    custom: { speaker: 'Customer 3', secondsIntoCall: '3' },
    redactions: turn.redactions,
  });
  expect(rows[1]?.accountId).toBe(rows[0]?.accountId);
  const jobs = await scope.run(
    (db) => db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'annotations.annotate' AND data->'feedbackIds' ? ${turn.id}`,
  );
  expect(jobs).toEqual([{ n: 1 }]);
  // The same transcript again undoes nothing of it.
  expect(await send()).toMatchObject({ added: 0, unchanged: 1 });
  expect(await feedback()).toHaveLength(3);

  expect((await correct('Customer 2', 'staff')).body).toEqual({ speaker: 'Staff 1', moved: 1 });
  expect((await feedback()).map(({ text }) => text)).not.toContain('It fails for me, too.');
  expect(await send()).toMatchObject({ added: 0, unchanged: 1 });
  expect(await feedback()).toHaveLength(2);
  expect((await correct('Staff 1', 'customer')).body).toEqual({ speaker: 'Customer 2', moved: 1 });
  expect((await feedback())[2]).toMatchObject({
    text: 'It fails for me, too.',
    contact: { email: 'bo@acme.example' },
  });
  expect(await findAuditActions(scope)).toContain('transcript.speaker_relabelled');
  // Who was named by nothing can be said to be staff, too.
  expect((await correct('Speaker 1', 'staff')).body).toEqual({ speaker: 'Staff 1', moved: 1 });
});

it('says what cannot be: unknown speakers, and a conversation without a customer', async () => {
  await send();
  expect(await correct('Staff 7', 'customer')).toMatchObject({ status: 404 });
  await correct('Customer 1', 'staff');
  expect(await correct('Customer 2', 'staff')).toMatchObject({ status: 409 });
  const { scope: foreign } = await makeOwnedWorkspace();
  const id = await conversationId();
  await expect(getConversation(foreign, id)).rejects.toThrow('no such conversation');
  const relabelling = { conversationId: id, speaker: 'Staff 1', side: 'customer' as const };
  await expect(relabelSpeaker(foreign, relabelling)).rejects.toThrow('no such conversation');
});

it('forgets a person’s words also where they were taken for staff', async () => {
  await send();
  const contactId = (await feedback()).find(({ contact }) => contact)?.contactId ?? '';
  await correct('Customer 2', 'staff');
  expect((await getConversation(scope, await conversationId())).speakers).toContainEqual({
    ...{ side: 'staff', label: 'Staff 2', name: 'bo@acme.example', said: 1 },
  });
  await erasePerson(scope, { contactId, extent: 'everything' });
  expect((await said()).map(([, , text]) => text)).not.toContain('It fails for me, too.');
});
