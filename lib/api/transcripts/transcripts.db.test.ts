import { expect, it } from 'vitest';
import { findFeedbackDetail } from '@/lib/annotations/find-feedback-detail';
import { callApi, makeApiWorkspace } from '@/lib/api/testing/call-api';
import { takeTranscript } from '@/lib/api/transcripts/take-transcript';
import { transcriptFormSchema } from '@/lib/api/transcripts/transcript-form';
import { addTranscripts } from '@/lib/api/transcripts/transcript-operation';
import { defineApiRoute } from '@/lib/http/define-api-route';

const POST = defineApiRoute(addTranscripts);
const startedAt = '2026-05-01T10:00:00Z';
const call = [
  'WEBVTT',
  '',
  '00:01.000 --> 00:03.000',
  '<v Sam>How can I help?</v>',
  '',
  '00:04.000 --> 00:06.000',
  '<v Ann Lee>The export is slow.</v>',
  '',
  '00:06.000 --> 00:0x.000',
  '<v Ann Lee>lost</v>',
  '',
  '00:07.000 --> 00:09.000',
  '<v Ann Lee>Write to ann@example.org, please.</v>',
  '',
  '01:00.000 --> 01:02.000',
  '<v Sam>I will.</v>',
].join('\n');

it('stores what customers said, joined, redacted and dated, once; and says who was taken for what', async () => {
  const { scope, key } = await makeApiWorkspace();
  const items = [
    {
      externalId: 'c1',
      content: call,
      startedAt,
      staff: ['Sam'],
      account: { externalId: 'a' },
      contact: { email: 'ann@example.org' },
    },
  ];
  const first = await callApi(POST, { key, body: { source: 'calls', items } });
  expect(first.body).toMatchObject({
    added: 1,
    transcripts: [
      {
        format: 'webvtt',
        statements: 1,
        speakers: [
          { name: 'Sam', side: 'staff', by: 'name' },
          { name: 'Ann Lee', side: 'customer', by: 'rest' },
        ],
        skipped: [{ line: 9, reason: expect.stringContaining('no pair of times') }],
      },
    ],
  });
  expect((await callApi(POST, { key, body: { source: 'calls', items } })).body).toMatchObject({
    added: 0,
    unchanged: 1,
  });
  const [statement, ...others] = await scope.run((db) =>
    db.feedback.findMany({ include: { conversation: true, account: true, contact: true } }),
  );
  expect(others).toEqual([]);
  expect(statement).toMatchObject({
    externalId: 'c1/1',
    channel: 'call',
    occurredAt: new Date('2026-05-01T10:00:04Z'),
    conversation: { externalId: 'c1', startedAt: new Date(startedAt) },
    account: { externalId: 'a' },
    contact: { email: 'ann@example.org' },
    custom: expect.objectContaining({ secondsIntoCall: '4' }),
  });
  expect(statement?.text).toMatch(/^The export is slow\. Write to /);
  expect(statement?.text).not.toContain('ann@example.org');
});

it('re-labels a speaker of a stored transcript where it is sent again to be replaced, and only then', async () => {
  const { scope, key } = await makeApiWorkspace();
  const item = {
    externalId: 'c1',
    content: 'Sam: The invoice is late.\nAnn: The export is slow.',
    startedAt,
  };
  const send = async (more: object) =>
    (await callApi(POST, { key, body: { source: 'calls', items: [{ ...item, ...more }] } })).body;
  const stored = () =>
    scope.run((db) =>
      db.feedback.findMany({ select: { id: true, text: true }, orderBy: { externalId: 'asc' } }),
    );
  await send({ customers: ['Sam'], staff: ['Ann'] });
  expect(await send({ customers: ['Ann'], staff: ['Sam'] })).toMatchObject({
    errors: [{ field: 'content', detail: expect.stringContaining('ifStored') }],
  });
  expect(await stored()).toMatchObject([{ text: 'The invoice is late.' }]);
  const swapped = { customers: ['Ann'], staff: ['Sam'], ifStored: 'replace' };
  expect(await send(swapped)).toMatchObject({ added: 1, errors: [] });
  const first = await stored();
  expect(first).toMatchObject([{ text: 'The export is slow.' }]);
  // Again the same: nothing is written anew, so that what was found in it stays.
  expect(await send(swapped)).toMatchObject({ added: 0, unchanged: 1 });
  expect(await stored()).toEqual(first);
  await send({ customers: ['Ann', 'Sam'], ifStored: 'replace' });
  expect(await stored()).toHaveLength(2);
  await send({ customers: ['Ann'], staff: ['Sam'], ifStored: 'replace' });
  expect(await stored()).toMatchObject([{ text: 'The export is slow.' }]);
  expect(await scope.run((db) => db.conversation.count())).toBe(1);
});

it('keeps those apart who speak for the customer, without their names, and makes people of whom it can recognise', async () => {
  const { scope, key } = await makeApiWorkspace();
  const content = [
    'Sam: Hello',
    'Zofia Kowalczyk: It is slow',
    'Jürgen Weiß: It fails',
    '+49 170 1234567: Same here',
    'ann@acme.example: And here',
    'Zofia Kowalczyk: Since Monday',
  ];
  const item = { externalId: 'c', content: content.join('\n'), startedAt, staff: ['Sam'] };
  const people = [{ speaker: 'Jürgen Weiß', contact: { externalId: 'j' } }];
  const { body } = await callApi(POST, { key, body: { items: [{ ...item, people }] } });
  expect(body).toMatchObject({ added: 1, refused: 0 });
  const rows = await scope.run((db) =>
    db.feedback.findMany({ include: { contact: true }, orderBy: { externalId: 'asc' } }),
  );
  expect(rows.map(({ custom, contact }) => [custom, contact?.name, contact?.email, contact?.phone])).toEqual([
    [{ speaker: 'Customer 1' }, undefined, undefined, undefined],
    [{ speaker: 'Customer 2' }, 'Jürgen Weiß', null, null],
    [{ speaker: 'Customer 3' }, null, null, '+491701234567'],
    [{ speaker: 'Customer 4' }, null, 'ann@acme.example', null],
    [{ speaker: 'Customer 1' }, undefined, undefined, undefined],
  ]);
  const [first] = rows;
  const detail = await findFeedbackDetail(scope, first?.id ?? '');
  expect(
    detail?.conversation?.said
      .flatMap(({ side, speaker }) => (side === 'customer' ? speaker : []))
      .toSorted(),
  ).toEqual([...['+491701234567', 'Customer 1', 'Customer 1', 'Jürgen Weiß', 'ann@acme.example']]);
});

it('begins when its own dates say, or must be told', async () => {
  const { scope, key } = await makeApiWorkspace();
  const chat =
    '15/01/2026 à 09:41 - Anna: Lent\n15/01/2026 à 09:45 - Sam: Oui\n15/01/2026 à 09:47 - Anna: Très';
  const items = [
    { externalId: '1', content: chat, staff: ['Sam'] },
    { externalId: '2', content: 'Sam: Hi\nAnna: Slow', staff: ['Sam'] },
  ];
  const { body } = await callApi(POST, { key, body: { items } });
  expect(body).toMatchObject({
    added: 1,
    errors: [{ index: 1, field: 'startedAt', detail: expect.stringContaining('no dates') }],
  });
  const rows = await scope.run((db) =>
    db.feedback.findMany({ include: { conversation: true }, orderBy: { occurredAt: 'asc' } }),
  );
  expect(rows.map(({ occurredAt }) => occurredAt.toISOString())).toEqual([
    '2026-01-15T09:41:00.000Z',
    '2026-01-15T09:47:00.000Z',
  ]);
  expect(rows[0]?.conversation?.startedAt).toEqual(new Date('2026-01-15T09:41:00Z'));
});

it('takes addresses of speakers from a person, at once or later', async () => {
  const { scope } = await makeApiWorkspace();
  const fill = (email: string[]) =>
    transcriptFormSchema.parse({
      ...{ step: 'store', content: '15/01/26, 9:41 - Ann: Slow\n15/01/26, 9:42 - Bo: So', startedAt: '' },
      ...{ channel: 'chat', account: '', speaker: ['Ann', 'Bo'], side: ['customer', 'customer'], email },
    });
  expect((await takeTranscript(scope, fill(['', '']))).stored).toMatchObject({ statements: 2, isNew: true });
  const known = fill(['ann@acme.example', '']);
  expect((await takeTranscript(scope, known)).stored).toMatchObject({ statements: 2, isCorrected: true });
  expect((await takeTranscript(scope, known)).stored).toMatchObject({ isNew: false, isCorrected: false });
  const rows = await scope.run((db) =>
    db.feedback.findMany({ include: { contact: true }, orderBy: { occurredAt: 'asc' } }),
  );
  expect(rows.map(({ contact }) => contact && [contact.name, contact.email])).toEqual([
    ['Ann', 'ann@acme.example'],
    null,
  ]);
});

it('refuses by item what cannot be read, and whom nobody knows', async () => {
  const { key } = await makeApiWorkspace();
  const items = [
    { externalId: '1', content: 'Ann: Hello\nBo: Hello', startedAt },
    { externalId: '2', content: 'no names here', startedAt },
    { externalId: '3', content: 'Ann: Hello', startedAt, timeZone: 'Mars/Olympus' },
    { externalId: '4', content: 'Ann: Hello', startedAt, unknownSpeakers: 'customer', channel: 'chat' },
  ];
  const { status, body } = await callApi<{ errors: { index: number; field: string; detail: string }[] }>(
    POST,
    {
      key,
      body: { items },
    },
  );
  expect(status).toBe(207);
  expect(body).toMatchObject({ added: 1, refused: 3 });
  expect(body.errors.map(({ index, field }) => `${index} ${field}`)).toEqual([
    '0 content',
    '1 content',
    '2 timeZone',
  ]);
  expect(body.errors[0]?.detail).toContain('speakers: Ann, Bo');
});

it('is taken from a person in two steps, with the sides that they chose, once', async () => {
  const { scope } = await makeApiWorkspace();
  const fill = (more: object) =>
    transcriptFormSchema.parse({
      ...{
        content: 'Ann: It is slow\nBo: Since when',
        startedAt: '2026-05-01T10:00',
        channel: 'call',
        account: '',
      },
      ...more,
    });
  const { preview } = await takeTranscript(scope, fill({ step: 'read' }));
  expect(preview?.speakers).toMatchObject([
    { name: 'Ann', side: 'skip', by: 'nothing', turns: 1, first: 'It is slow' },
    { name: 'Bo', side: 'skip' },
  ]);
  expect(await scope.run((db) => db.feedback.count())).toBe(0);
  const chosen = { step: 'store', speaker: ['Ann', 'Bo'], side: ['customer', 'skip'] };
  expect((await takeTranscript(scope, fill(chosen))).stored).toMatchObject({ statements: 1, isNew: true });
  expect((await takeTranscript(scope, fill(chosen))).stored).toMatchObject({ statements: 1, isNew: false });
  const rows = await scope.run((db) => db.feedback.findMany());
  expect(rows.map(({ text }) => text)).toEqual(['It is slow']);
  const nobody = fill({ ...chosen, side: ['staff', 'skip'] });
  await expect(takeTranscript(scope, nobody)).rejects.toThrow('Nobody is a customer yet');
  const other = fill({ ...chosen, side: ['staff', 'customer'] });
  // Sides may be corrected afterwards: what those of the wrong side said is gone.
  expect((await takeTranscript(scope, other)).stored).toMatchObject({ isNew: false, isCorrected: true });
  expect((await scope.run((db) => db.feedback.findMany())).map(({ text }) => text)).toEqual(['Since when']);
  const both = fill({ ...chosen, side: ['customer', 'customer'] });
  expect((await takeTranscript(scope, both)).stored).toMatchObject({ statements: 2, isCorrected: true });
  expect((await takeTranscript(scope, both)).stored).toMatchObject({ isCorrected: false });
  expect((await takeTranscript(scope, fill(chosen))).stored).toMatchObject({ isCorrected: true });
  await expect(takeTranscript(scope, fill({ step: 'read', content: 'no names' }))).rejects.toThrow('line 1');
  const { stored } = await takeTranscript(scope, fill(chosen));
  const undoing = fill({ step: 'undo', conversationId: stored?.conversationId });
  expect(await takeTranscript(scope, undoing)).toEqual({ preview: null, stored: null, undone: 1 });
  expect(await scope.run(async (db) => [await db.feedback.count(), await db.conversation.count()])).toEqual([
    0, 0,
  ]);
  await expect(takeTranscript(scope, undoing)).rejects.toThrow('no such stored transcript');
  expect((await takeTranscript(scope, other)).stored).toMatchObject({ isNew: true });
});
