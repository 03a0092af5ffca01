import { afterEach, describe, expect, it, test } from 'vitest';
import { makeJira } from '@/lib/exports/trackers/jira';
import { lastDoneOn, progressOfAll, statusAfter } from '@/lib/exports/trackers/status-after';
import { content, kinds } from '@/lib/exports/trackers/testing/fake-kinds';
import { type FakeTracker, startFakeJira } from '@/lib/exports/trackers/testing/fake-trackers';
import { escapeMarkdown } from '@/lib/exports/trackers/ticket-text';
import { priorityStep, type Tracker } from '@/lib/exports/trackers/tracker';
import { settingSchemas } from '@/lib/settings/schema';

let fake: FakeTracker;
afterEach(() => fake?.stop());

async function open(kind: keyof typeof kinds, token = 'good'): Promise<Tracker> {
  fake = await kinds[kind].start();
  return kinds[kind].make(fake, token);
}

const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { kind: string; message: string; retryAfterSeconds: number | null }) => error,
  );

describe.each(Object.keys(kinds) as (keyof typeof kinds)[])('%s', (kind) => {
  it('makes a ticket and finds it again, also when the answer was lost', async () => {
    const tracker = await open(kind);
    expect(await tracker.find(content)).toBeNull();
    fake.loseNext = true;
    expect(await problemOf(tracker.create(content))).toMatchObject({ kind: 'busy' });
    expect(fake.made.size).toBe(1);
    const found = await tracker.find(content);
    expect(found?.url).toMatch(/^http/);
    const other = { ...content, marker: 'verbatim-other', clientId: '0199aaaa-0000-4000-8000-000000000002' };
    expect(await tracker.find(other)).toBeNull();
    expect((await tracker.create(other)).externalId).not.toBe(found?.externalId);
  });

  it('says where tickets are made', async () => {
    expect(await (await open(kind)).test()).toMatch(/Education|Engineering|acme\/app/);
  });

  it('a wrong token takes a person', async () => {
    const tracker = await open(kind, 'bad');
    const error = await problemOf(tracker.test());
    expect(error).toMatchObject({ kind: 'refused' });
    expect(error?.message).toMatch(/does not accept the token/);
    expect(error?.message).not.toContain('bad');
  });

  it.each([
    [{ status: 429, headers: { 'retry-after': '17' } }, 17],
    [{ status: 429 }, null],
    [{ status: 500, json: { secret: 'inner' } }, null],
    [{ status: 503, headers: { 'retry-after': '5' } }, 5],
    [{ status: 200, isLost: true }, null],
  ])('%j passes by itself', async (answer, retryAfterSeconds) => {
    const tracker = await open(kind);
    fake.next = [answer];
    const error = await problemOf(tracker.create(content));
    expect(error).toMatchObject({ kind: 'busy', retryAfterSeconds });
    expect(error?.message).not.toContain('inner');
  });

  it('an answer of another shape takes a person', async () => {
    const tracker = await open(kind);
    fake.next = [{ status: 200, json: { hello: 'there' } }];
    expect(await problemOf(tracker.create(content))).toMatchObject({ kind: 'refused' });
  });

  it('leaves out tickets that are gone', async () => {
    const tracker = await open(kind);
    const { externalId } = await tracker.create(content);
    const states = await tracker.findStates([externalId, '999']);
    expect(states).toMatchObject([{ externalId, progress: 'open', endedOn: null }]);
  });
});

describe('Jira', () => {
  it('gets fields as they are mapped, text that is nothing but text, and a label to find it by', async () => {
    const tracker = await open('jira');
    const { externalId, key, url } = await tracker.create(content);
    expect({ key, url }).toEqual({ key: 'ED-10000', url: `${fake.baseUrl}/browse/ED-10000` });
    expect(fake.made.get(externalId)).toMatchObject({
      project: { key: 'ED' },
      issuetype: { name: 'Task' },
      summary: 'CSV export times out above 50k rows',
      labels: ['voc', content.marker],
      priority: { name: 'High' },
      customfield_10000: 87.4,
    });
    const text = JSON.stringify(fake.made.get(externalId)?.description);
    expect(text).toContain('"text":"it just spins @ann"');
    expect(text).toContain(content.link);
  });

  it('tells which field it does not take', async () => {
    fake = await startFakeJira();
    const settings = settingSchemas.jira.parse({
      baseUrl: fake.baseUrl,
      email: 'pm@example.com',
      projectKey: 'ED',
      scoreField: 'customfield_1',
    });
    const error = await problemOf(makeJira(settings, 'good', fake.send).create(content));
    expect(error?.message).toBe('Jira refused (status 400): customfield_1: cannot be set');
  });

  it('tells which issue types there are', async () => {
    fake = await startFakeJira();
    const settings = settingSchemas.jira.parse({
      baseUrl: fake.baseUrl,
      email: 'pm@example.com',
      projectKey: 'ED',
      issueType: 'Story',
    });
    const error = await problemOf(makeJira(settings, 'good', fake.send).test());
    expect(error?.message).toContain('It has: Bug, Task.');
  });

  it.each([
    [{ name: 'Doing', statusCategory: { key: 'indeterminate' } }, null, 'started'],
    [{ name: 'Done', statusCategory: { key: 'done' } }, 'Done', 'done'],
    [{ name: 'Done', statusCategory: { key: 'done' } }, "Won't Do", 'cancelled'],
  ])('%j with the resolution %s', async (status, resolution, progress) => {
    const tracker = await open('jira');
    const { externalId } = await tracker.create(content);
    fake.move(externalId, {
      status,
      resolution: resolution && { name: resolution },
      resolutiondate: resolution && '2026-11-02T08:00:00.000+0000',
    });
    expect(await tracker.findStates([externalId])).toEqual([
      { externalId, status: status.name, progress, endedOn: resolution && '2026-11-02' },
    ]);
  });
});

describe('Linear', () => {
  it('gets an id of ours, which it takes once', async () => {
    const tracker = await open('linear');
    expect(await tracker.create(content)).toMatchObject({ externalId: content.clientId, key: 'ENG-1' });
    expect(fake.made.get(content.clientId)).toMatchObject({ teamId: 'team', priority: 2, estimate: 3 });
    expect((await problemOf(tracker.create(content)))?.message).toBe('Linear refused: id exists');
  });

  it('says "too often" with status 400', async () => {
    const tracker = await open('linear');
    fake.next = [{ status: 400, json: { errors: [{ message: 'x', extensions: { code: 'RATELIMITED' } }] } }];
    expect(await problemOf(tracker.create(content))).toMatchObject({ kind: 'busy' });
  });

  it.each([
    [{ state: { name: 'Doing', type: 'started' } }, 'started', null],
    [
      { state: { name: 'Done', type: 'completed' }, completedAt: '2026-11-02T08:00:00.000Z' },
      'done',
      '2026-11-02',
    ],
    [
      { state: { name: 'No', type: 'canceled' }, canceledAt: '2026-11-03T08:00:00.000Z' },
      'cancelled',
      '2026-11-03',
    ],
  ])('%j', async (state, progress, endedOn) => {
    const tracker = await open('linear');
    const { externalId } = await tracker.create(content);
    fake.move(externalId, state);
    expect(await tracker.findStates([externalId])).toMatchObject([{ progress, endedOn }]);
  });
});

describe('GitHub', () => {
  it('is looked through page by page, and a pull request is no ticket', async () => {
    const tracker = await open('github');
    const { externalId } = await tracker.create(content);
    fake.made.set('2', { title: 'PR', body: content.marker, pull_request: {} });
    for (let number = 3; number <= 150; number++) fake.made.set(String(number), { title: 'x', body: null });
    expect((await tracker.find(content))?.externalId).toBe(externalId);
    expect(fake.calls.filter(({ method }) => method === 'GET')).toHaveLength(2);
    expect(fake.calls.at(-1)?.path).toContain('since=2026-10-05T11%3A50%3A00.000Z');
  });

  it('may say "too often" with status 403', async () => {
    const tracker = await open('github');
    fake.next = [{ status: 403, headers: { 'x-ratelimit-remaining': '0' }, json: { message: 'limit' } }];
    expect(await problemOf(tracker.create(content))).toMatchObject({ kind: 'busy' });
    fake.next = [{ status: 403, json: { message: 'Resource not accessible' } }];
    expect(await problemOf(tracker.create(content))).toMatchObject({ kind: 'refused' });
  });

  it.each([
    [{ state: 'closed', state_reason: 'completed', closed_at: '2026-11-02T08:00:00Z' }, 'done'],
    [{ state: 'closed', state_reason: 'not_planned', closed_at: '2026-11-02T08:00:00Z' }, 'cancelled'],
    [{ state: 'open', state_reason: 'reopened' }, 'open'],
  ])('%j', async (state, progress) => {
    const tracker = await open('github');
    const { externalId } = await tracker.create(content);
    fake.move(externalId, state);
    expect(await tracker.findStates([externalId])).toMatchObject([{ progress }]);
  });
});

test('a quote calls nobody and leads nowhere', () => {
  const text = escapeMarkdown('<b>@ann</b> see #7, [x](https://evil.example) `code` www.x.example');
  expect(text).not.toMatch(/@ann|#7|https:\/\/|www\./);
  expect(text).toMatch(/^\\<b\\>/);
  expect(escapeMarkdown('- a list')).toBe('\\- a list');
});

test.each([
  ['new', null, 'open', null],
  ['new', 'open', 'started', 'planned'],
  ['planned', 'started', 'done', 'shipped'],
  ['planned', 'open', 'cancelled', 'wont_do'],
  ['shipped', 'done', 'open', 'planned'],
  // A person set it back, and nothing moved there.
  ['investigating', 'done', 'done', null],
  ['shipped', 'open', 'done', null],
  ['shipped', 'open', 'started', null],
  // One of several was opened again.
  ['shipped', 'done', 'started', 'planned'],
] as const)('an issue %s whose ticket goes from %s to %s becomes %s', (status, from, to, becomes) => {
  expect(statusAfter(status, { from, to })).toBe(becomes);
});

test.each([
  [[], null],
  [['open'], 'open'],
  [['done', 'open', 'open'], 'started'],
  [['done', 'done', 'started'], 'started'],
  [['done', 'done', 'done'], 'done'],
  [['done', 'cancelled'], 'done'],
  [['open', 'cancelled'], 'open'],
  [['cancelled', 'cancelled'], 'cancelled'],
] as const)('tickets that are %j make an issue %s', (all, together) => {
  expect(progressOfAll(all.map((progress) => ({ progress })))).toBe(together);
});

test('an issue ships on the day of the last ticket done, not of one that was cancelled later', () => {
  expect(
    lastDoneOn([
      { progress: 'done', endedOn: '2026-11-05' },
      { progress: 'done', endedOn: '2026-11-03' },
      { progress: 'cancelled', endedOn: '2026-11-09' },
      { progress: 'done', endedOn: null },
    ]),
  ).toBe('2026-11-05');
  expect(lastDoneOn([])).toBeNull();
});

test('three steps of priority', () => {
  expect([0, 33, 34, 66, 67, 100].map(priorityStep)).toEqual([
    'low',
    'low',
    'medium',
    'medium',
    'high',
    'high',
  ]);
});
