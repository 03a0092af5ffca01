import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Scope } from '@/lib/db/scope';
import { InvalidForm } from '@/lib/http/invalid-form';
import { newConnectorForm } from '@/lib/ingest/connectors/connector-form';
import { connectorKinds } from '@/lib/ingest/connectors/connector-kinds';
import {
  createConnector,
  removeConnector,
  startConnector,
  stopConnector,
  testConnector,
  updateConnector,
} from '@/lib/ingest/connectors/connectors';
import { findWait } from '@/lib/ingest/connectors/end-run';
import { findConnectorRuns, findConnectors, getConnector } from '@/lib/ingest/connectors/find-connectors';
import { openConnector } from '@/lib/ingest/connectors/open-connector';
import { restartLostPulls } from '@/lib/ingest/connectors/restart-lost';
import { giveUpPull, runConnector } from '@/lib/ingest/connectors/run-connector';
import { startFakeHubspot } from '@/lib/ingest/connectors/testing/fake-crms';
import type { FakeVendor } from '@/lib/ingest/connectors/testing/fake-vendor';
import { createHook } from '@/lib/ingest/hooks/create-hook';
import { hookFormSchema } from '@/lib/ingest/hooks/hook-form';
import { findAuditActions, makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let scope: Scope;
let vendor: FakeVendor;
const signal = new AbortController().signal;

beforeAll(async () => {
  vendor = await startFakeHubspot();
  vendor.holdings.add(6);
});
afterAll(() => vendor.api.stop());
beforeEach(async () => {
  ({ scope } = await makeOwnedWorkspace());
  vendor.onListed = () => {};
});

const since = new Date(Date.now() - 30 * 86_400_000);
const make = (more: Record<string, unknown> = {}) =>
  createConnector(scope, { kind: 'hubspot', name: '', intervalMinutes: 60, since, ...vendor.form, ...more });
const run = (id: string, by: AbortSignal = signal, now?: () => Date) =>
  runConnector(scope, id, vendor.api.send, by, now);
const lastRun = async (id: string) => (await findConnectorRuns(scope, { connectorId: id, at: null })).rows[0];
const accounts = () => scope.run((db) => db.account.count({ where: { workspaceId: scope.workspaceId } }));

it('accounts of a CRM keep the revenue of the company beside, and take the ARR from the field that is named', async () => {
  const id = await make();
  await run(id);
  const account = await scope.run((db) =>
    db.account.findFirstOrThrow({ where: { workspaceId: scope.workspaceId, externalId: 'hubspot:1' } }),
  );
  expect(account).toMatchObject({
    name: 'What thing 1 says',
    domain: 'c1.example',
    arrCents: 120_050n,
    currency: 'EUR',
    custom: { 'hubspot.annualrevenue': '9000000' },
  });
  expect(await findAuditActions(scope)).toContain('account.written_by_source');
});

it('one that is stopped in the middle goes on where it stopped', async () => {
  const id = await make();
  // The first page is asked for, somebody stops it, the page is kept.
  const stopped = new Promise<void>((resolve) => {
    vendor.onListed = () => {
      vendor.onListed = () => {};
      resolve(stopConnector(scope, id));
    };
  });
  const send = vendor.api.send;
  vendor.api.send = async (request) => {
    const response = await send(request);
    await stopped;
    return response;
  };
  await run(id);
  vendor.api.send = send;
  expect(await lastRun(id)).toMatchObject({ state: 'cancelled', pages: 1, added: 3 });
  expect(await getConnector(scope, id)).toMatchObject({ health: 'paused', nextRunAt: null });
  await run(id);
  expect(await accounts()).toBe(3);
  await startConnector(scope, id);
  await run(id);
  expect(await lastRun(id)).toMatchObject({ state: 'succeeded' });
  expect(await accounts()).toBe(6);
  expect((await findAuditActions(scope)).filter((action) => action.startsWith('connector.'))).toEqual([
    'connector.created',
    'connector.stopped',
    'connector.resumed',
  ]);
});

it('is run by one worker at a time, when it is due; a worker that stops or dies hands it on', async () => {
  const id = await make();
  await Promise.all([run(id), run(id)]);
  await run(id);
  expect((await findConnectorRuns(scope, { connectorId: id, at: null })).total).toBe(1);

  await startConnector(scope, id);
  await run(id, AbortSignal.abort());
  expect(await lastRun(id)).toMatchObject({ state: 'interrupted', failure: 'The worker stopped.' });
  // A worker took it and died: its claim runs out.
  await scope.run((db) =>
    db.connectorRun.updateMany({ where: { connectorId: id }, data: { state: 'running', finishedAt: null } }),
  );
  await scope.run((db) =>
    db.connector.updateMany({ where: { id }, data: { claimedUntil: new Date(Date.now() + 60_000) } }),
  );
  await expect(startConnector(scope, id)).rejects.toThrow('runs already');
  await run(id);
  expect(await lastRun(id)).toMatchObject({ state: 'running' });
  await run(id, signal, () => new Date(Date.now() + 120_000));
  expect(await lastRun(id)).toMatchObject({ state: 'succeeded' });

  await giveUpPull(scope, id);
  expect(await getConnector(scope, id)).toMatchObject({ health: 'waiting', failures: 1 });
});

it('runs again by itself where its job was lost, once', async () => {
  const id = await make();
  const later = new Date(Date.now() + 3_600_000);
  expect(await restartLostPulls(scope, later)).toBe(0);
  await scope.run(
    (db) => db.$executeRaw`
      DELETE FROM pgboss.job WHERE name = 'ingest.pull' AND data->>'connectorId' = ${id}`,
  );
  expect(await restartLostPulls(scope)).toBe(0);
  expect(await restartLostPulls(scope, later)).toBe(1);
  expect(await restartLostPulls(scope, later)).toBe(0);
  await stopConnector(scope, id);
  await scope.run(
    (db) => db.$executeRaw`
      DELETE FROM pgboss.job WHERE name = 'ingest.pull' AND data->>'connectorId' = ${id}`,
  );
  expect(await restartLostPulls(scope, later)).toBe(0);
});

it('a long run makes way for others and goes on at once', async () => {
  const id = await make();
  let time = Date.now();
  const laterAndLater = () => {
    time += 4 * 60_000;
    return new Date(time);
  };
  await run(id, signal, laterAndLater);
  expect(await lastRun(id)).toMatchObject({ state: 'interrupted', pages: 1, failure: null });
  expect(await getConnector(scope, id, new Date(time))).toMatchObject({ health: 'new', failures: 0 });
  await run(id, signal, () => new Date(time + 60_000));
  expect(await lastRun(id)).toMatchObject({ state: 'succeeded' });
  expect(await accounts()).toBe(6);
});

it('waits ever longer while the other side fails, an hour at most; a day where it takes a person', () => {
  const waits = (state: 'waiting' | 'failed') =>
    [0, 1, 2, 5, 6, 20].map((failures) => {
      const run = { intervalMinutes: 60, failures };
      const failure = 'x';
      return findWait(
        run,
        state === 'waiting' ? { state, failure, retryAfterSeconds: null } : { state, failure },
      );
    });
  expect(waits('waiting')).toEqual([60, 120, 240, 1920, 3600, 3600]);
  expect(waits('failed')).toEqual([3600, 7200, 14_400, 86_400, 86_400, 86_400]);
});

it('keys are kept encrypted, go only to the server they were entered for, and are not needed again', async () => {
  const id = await make();
  const stored = () => scope.run((db) => db.connector.findFirstOrThrow({ where: { id } }));
  const before = await stored();
  expect(JSON.stringify(before.settings)).not.toContain('right');
  expect(Buffer.from(before.secrets).includes('right')).toBe(false);
  const change = (more: Record<string, unknown>) =>
    updateConnector(scope, id, { ...vendor.form, name: 'CRM', intervalMinutes: 15, token: '', ...more });
  const later = new Date(Date.now() + 3_600_000);
  await scope.run((db) =>
    db.connector.updateMany({ where: { id }, data: { needsPerson: true, nextRunAt: later } }),
  );
  await change({});
  // Whoever mends it does not wait for the hour.
  expect((await stored()).nextRunAt?.getTime()).toBeLessThan(later.getTime() - 60_000);
  expect(await testConnector(scope, id, vendor.api.send)).toContain('companies');
  expect(await getConnector(scope, id)).toMatchObject({ name: 'CRM', intervalMinutes: 15 });
  vendor.api.next.push({ status: 429, headers: { 'retry-after': '90' } });
  await expect(testConnector(scope, id, vendor.api.send)).rejects.toThrow('Try again in 1 min 30 s.');
  await expect(change({ baseUrl: 'https://elsewhere.example' })).rejects.toThrow(InvalidForm);
  await change({ baseUrl: 'https://elsewhere.example', token: 'theirs' });
  expect(await getConnector(scope, id)).toMatchObject({
    settings: expect.objectContaining({ baseUrl: 'https://elsewhere.example' }),
  });
});

it('says which field does not fit, for every kind, and keeps nothing', async () => {
  for (const kind of Object.keys(connectorKinds) as (keyof typeof connectorKinds)[]) {
    const error = await createConnector(scope, { kind, name: '', intervalMinutes: 60, since }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(InvalidForm);
    const needed = connectorKinds[kind].fields.filter(({ isOptional }) => !isOptional);
    expect(Object.keys((error as InvalidForm).fields).sort()).toEqual(needed.map(({ name }) => name).sort());
  }
  expect(await findConnectors(scope)).toEqual([]);
});

const faultOf = (baseUrl?: string) => {
  const form = { kind: 'zendesk', name: '', intervalMinutes: '60', since: '2026-01-01', baseUrl };
  const { error } = newConnectorForm.safeParse(form);
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join() ?? null;
};

it('names a server that may not be asked, and leaves every other address to the kind', () => {
  expect(faultOf('https://10.0.0.7')).toContain('baseUrl: This address is not on the public Internet.');
  expect(faultOf('https://localhost:8080')).toContain('not on the public Internet');
  expect(faultOf(' http://acme.zendesk.com ')).toContain('Only addresses that begin with https://');
  expect(faultOf('https://acme.zendesk.com')).toBeNull();
  expect(faultOf('no address')).toBeNull();
  expect(faultOf()).toBeNull();
});

it('fills the source of a webhook with the same name, and belongs to administrators of the workspace', async () => {
  const id = await createConnector(scope, {
    ...{ kind: 'zendesk', name: 'Help', intervalMinutes: 60, since },
    ...{ baseUrl: 'https://acme.zendesk.com/agent', email: 'a@example.org', token: 't' },
  });
  await createHook(scope, hookFormSchema.parse({ kind: 'zendesk', name: 'Help', secret: 's' }));
  const [connector, hook] = await scope.run(async (db) => [
    await db.connector.findFirstOrThrow({ where: { id } }),
    await db.hook.findFirstOrThrow({ where: { workspaceId: scope.workspaceId } }),
  ]);
  expect(hook.sourceId).toBe(connector.sourceId);
  expect(connector.settings).toMatchObject({ baseUrl: 'https://acme.zendesk.com' });
  const viewer = await makeMember(scope, 'viewer');
  const { scope: elsewhere } = await makeOwnedWorkspace();
  for (const act of [startConnector, stopConnector, testConnector, removeConnector]) {
    await expect(act(viewer.scope, id)).rejects.toThrow('Administrator');
    await expect(act(elsewhere, id)).rejects.toThrow('no such');
  }
  expect(() => openConnector(scope, { ...connector, kind: 'gone' }, vendor.api.send)).toThrow(
    'not there any more',
  );
  await removeConnector(scope, id);
  expect(await findConnectors(scope)).toEqual([]);
});

it('a private address is not asked', async () => {
  const id = await make();
  await expect(testConnector(scope, id)).rejects.toThrow('https://');
});
