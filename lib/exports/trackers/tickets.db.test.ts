import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Scope } from '@/lib/db/scope';
import { createTicket } from '@/lib/exports/trackers/create-ticket';
import { findTickets } from '@/lib/exports/trackers/find-tickets';
import { requestTickets } from '@/lib/exports/trackers/request-tickets';
import { saveTracker } from '@/lib/exports/trackers/save-tracker';
import { syncTickets } from '@/lib/exports/trackers/sync-tickets';
import {
  type FakeTracker,
  startFakeGithub,
  startFakeJira,
} from '@/lib/exports/trackers/testing/fake-trackers';
import { trackerForms } from '@/lib/exports/trackers/tracker-forms';
import { PRIORITY_PRESETS } from '@/lib/impact/priority';
import { createIssue } from '@/lib/issues/create-issue';
import { findActivity } from '@/lib/issues/find-activity';
import { getIssue } from '@/lib/issues/get-issue';
import { findOpenJob } from '@/lib/jobs/find-open-job';
import { findSecret } from '@/lib/settings/queries';
import { settingSchemas } from '@/lib/settings/schema';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let scope: Scope;
let jira: FakeTracker;
let issueId: string;

beforeAll(async () => {
  jira = await startFakeJira();
});
afterAll(() => jira.stop());

const settings = (more: Record<string, unknown> = {}) =>
  settingSchemas.jira.parse({
    baseUrl: jira.baseUrl,
    email: 'pm@example.com',
    projectKey: 'ED',
    ...more,
  });

beforeEach(async () => {
  ({ scope } = await makeOwnedWorkspace());
  jira.calls.length = 0;
  jira.made.clear();
  await saveTracker(scope, { tracker: 'jira', settings: settings(), token: 'good', forgetsToken: false });
  issueId = await createIssue(scope, { title: 'Slow', notes: 'Ask Ann', feedbackId: null });
});

async function request(): Promise<string> {
  await requestTickets(scope, { issueIds: [issueId], tracker: 'jira' });
  const ticket = await scope.run((db) =>
    db.ticket.findFirstOrThrow({ where: { workspaceId: scope.workspaceId } }),
  );
  return ticket.id;
}

const find = async () => (await findTickets(scope, [issueId]))[0];
const status = async () => (await getIssue(scope, issueId, PRIORITY_PRESETS.balanced)).issue;
const jobs = (name: string) =>
  scope.run(
    (db) => db.$queryRaw<{ wait: number }[]>`
      SELECT extract(epoch FROM start_after - created_on)::int AS wait FROM pgboss.job
      WHERE name = ${name} AND data->>'workspaceId' = ${scope.workspaceId} ORDER BY created_on`,
  );

it('a second click, a second job and two workers at once make one ticket', async () => {
  const id = await request();
  expect(await requestTickets(scope, { issueIds: [issueId], tracker: 'jira' })).toBe(0);
  await Promise.all([createTicket(scope, id, jira.send), createTicket(scope, id, jira.send)]);
  await createTicket(scope, id, jira.send);
  expect(jira.made.size).toBe(1);
  expect(await find()).toMatchObject({
    state: 'created',
    key: 'ED-10000',
    url: `${jira.baseUrl}/browse/ED-10000`,
  });
  expect(await requestTickets(scope, { issueIds: [issueId], tracker: 'jira' })).toBe(0);
  const { rows } = await findActivity(scope, issueId, { page: 1, pageSize: 9 });
  expect(rows.map(({ action }) => action)).toEqual([
    'issue.ticket_created',
    'issue.ticket_requested',
    'issue.created',
  ]);
  expect(await findOpenJob(scope, 'exports.sync-tickets')).not.toBeNull();
});

it('a lost answer makes no second ticket', async () => {
  const id = await request();
  jira.next = [{ status: 200, json: { issues: [] } }];
  const send: typeof jira.send = async (outgoing) => {
    if (outgoing.url.endsWith('/issue')) jira.loseNext = true;
    return jira.send(outgoing);
  };
  await createTicket(scope, id, send);
  expect(jira.made.size).toBe(1);
  expect(await find()).toMatchObject({ state: 'requested', failure: 'Jira: The server cannot be reached.' });
  await createTicket(scope, id, jira.send);
  expect(jira.made.size).toBe(1);
  expect(await find()).toMatchObject({ state: 'created', failure: null });
});

it('waits as long as it is asked to, then longer and longer, and gives up in the end', async () => {
  const id = await request();
  jira.next = [{ status: 429, headers: { 'retry-after': '120' } }];
  await createTicket(scope, id, jira.send);
  for (let attempt = 2; attempt <= 8; attempt++) {
    jira.next = [{ status: 500 }];
    await createTicket(scope, id, jira.send);
  }
  expect((await jobs('exports.create-ticket')).map(({ wait }) => wait)).toEqual([
    0, 120, 60, 120, 240, 480, 960, 1800,
  ]);
  expect(await find()).toMatchObject({ state: 'failed', failure: 'Jira failed (status 500).' });
  expect(await requestTickets(scope, { issueIds: [issueId], tracker: 'jira' })).toBe(1);
  await createTicket(scope, id, jira.send);
  expect(await find()).toMatchObject({ state: 'created', failure: null });
});

it('a wrong token fails at once, in words, and says nothing of the token', async () => {
  await saveTracker(scope, { tracker: 'jira', settings: settings(), token: 'bad', forgetsToken: false });
  await createTicket(scope, await request(), jira.send);
  const ticket = await find();
  expect(ticket).toMatchObject({ state: 'failed' });
  expect(ticket?.failure).toContain('does not accept the token');
  const trail = await scope.run((db) => db.$queryRaw`SELECT a::text FROM audit_entries a`);
  expect(JSON.stringify(trail)).not.toMatch(/"(good|bad)"/);
});

it('the status comes back, moves the issue when it moves there, and leaves what people set here', async () => {
  await createTicket(scope, await request(), jira.send);
  const id = [...jira.made.keys()][0] ?? '';
  await syncTickets(scope, jira.send);
  expect(await find()).toMatchObject({ externalStatus: 'To Do' });
  expect(await status()).toMatchObject({ status: 'new' });
  jira.move(id, {
    status: { name: 'Shipped', statusCategory: { key: 'done' } },
    resolution: { name: 'Done' },
    resolutiondate: '2026-11-02T08:00:00.000+0000',
  });
  await syncTickets(scope, jira.send);
  expect(await status()).toMatchObject({ status: 'shipped', shippedAt: new Date('2026-11-02') });
  await scope.run((db) =>
    db.issue.updateMany({ where: { id: issueId }, data: { status: 'investigating', shippedAt: null } }),
  );
  await syncTickets(scope, jira.send);
  expect(await status()).toMatchObject({ status: 'investigating' });
  jira.made.clear();
  await syncTickets(scope, jira.send);
  expect((await find())?.failure).toContain('not there any more');
  jira.next = [{ status: 429 }];
  await syncTickets(scope, jira.send);
  expect((await find())?.failure).toContain('no more requests');
});

it('ships once the last of its tickets is done, on that day, and goes back when one is opened again', async () => {
  const github = await startFakeGithub();
  try {
    const set = (syncsStatus: boolean) =>
      saveTracker(scope, {
        tracker: 'github',
        settings: settingSchemas.github.parse({
          ...{ apiUrl: github.baseUrl, owner: 'acme', repository: 'app', syncsStatus },
        }),
        ...{ token: 'good', forgetsToken: false },
      });
    await set(true);
    const send: typeof jira.send = (outgoing) =>
      (outgoing.url.startsWith(jira.baseUrl) ? jira : github).send(outgoing);
    await createTicket(scope, await request(), send);
    await requestTickets(scope, { issueIds: [issueId], tracker: 'github' });
    const done = (day: string) => ({
      status: { name: 'Done', statusCategory: { key: 'done' } },
      resolution: { name: 'Done' },
      resolutiondate: `${day}T08:00:00.000+0000`,
    });
    const inJira = [...jira.made.keys()][0] ?? '';
    jira.move(inJira, done('2026-11-05'));
    await syncTickets(scope, send);
    // The other one is on its way.
    expect(await status()).toMatchObject({ status: 'planned', shippedAt: null });
    const ticket = await scope.run((db) =>
      db.ticket.findFirstOrThrow({ where: { issueId, tracker: 'github' } }),
    );
    await createTicket(scope, ticket.id, send);
    await syncTickets(scope, send);
    expect(await status()).toMatchObject({ status: 'planned' });
    github.move('1', { state: 'closed', state_reason: 'completed', closed_at: '2026-11-03T08:00:00Z' });
    await syncTickets(scope, send);
    expect(await status()).toMatchObject({ status: 'shipped', shippedAt: new Date('2026-11-05') });
    github.move('1', { state: 'open', state_reason: 'reopened', closed_at: null });
    await syncTickets(scope, send);
    expect(await status()).toMatchObject({ status: 'planned', shippedAt: null });
    // Tickets of a system that changes no status hold nothing up either.
    jira.move(inJira, { status: { name: 'To Do', statusCategory: { key: 'new' } } });
    await syncTickets(scope, send);
    await set(false);
    jira.move(inJira, done('2026-11-07'));
    await syncTickets(scope, send);
    expect(await status()).toMatchObject({ status: 'shipped', shippedAt: new Date('2026-11-07') });
  } finally {
    await github.stop();
  }
});

it('is not asked for where it is not set up, or for an issue elsewhere', async () => {
  const request = (tracker: 'jira' | 'linear', ids = [issueId]) =>
    requestTickets(scope, { issueIds: ids, tracker });
  await expect(request('linear')).rejects.toThrow('Linear is not set up');
  const { scope: other } = await makeOwnedWorkspace();
  const theirs = await createIssue(other, { title: 'Theirs', notes: '', feedbackId: null });
  await expect(request('jira', [theirs])).rejects.toThrow('no such issue');
});

it('a token goes only to the server it was entered for', async () => {
  const save = (more: Record<string, unknown>) =>
    saveTracker(scope, { tracker: 'jira', settings: settings(more), token: '', forgetsToken: false });
  expect(await save({ projectKey: 'OPS' })).toEqual({ tokenWasForgotten: false });
  expect(await findSecret(scope, 'jira.token')).toBe('good');
  expect(await save({ baseUrl: 'https://elsewhere.example' })).toEqual({ tokenWasForgotten: true });
  expect(await findSecret(scope, 'jira.token')).toBeNull();
});

it('takes no address that nothing may be sent to, and says why', () => {
  const faultsOf = (apiUrl: string) => {
    const { error } = trackerForms.github.safeParse({ apiUrl, owner: '', repository: '', labels: '' });
    return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  };
  expect(faultsOf('https://api.github.com')).toEqual([]);
  expect(faultsOf('http://127.0.0.1:9999')).toEqual([
    'apiUrl: Only addresses that begin with https:// are allowed.',
  ]);
  for (const url of [
    'https://127.0.0.1:9999',
    'https://10.0.0.8',
    'https://[::1]',
    'https://192.168.1.2/api',
  ])
    expect(faultsOf(url)).toEqual([expect.stringContaining('not on the public Internet')]);
  // Jira may be left empty, for a workspace that has none.
  const jiraForm = {
    email: '',
    projectKey: '',
    issueType: 'Task',
    labels: '',
    high: '',
    medium: '',
    low: '',
  };
  const fields = { scoreField: '', atRiskField: '' };
  expect(trackerForms.jira.safeParse({ baseUrl: '', ...jiraForm, ...fields }).success).toBe(true);
  expect(trackerForms.jira.safeParse({ baseUrl: 'https://10.1.2.3', ...jiraForm, ...fields }).success).toBe(
    false,
  );
});
