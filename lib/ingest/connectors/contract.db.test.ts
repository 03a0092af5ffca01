import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '@/lib/db/scope';
import { type ConnectorKindName, connectorKindKeys } from '@/lib/ingest/connectors/connector-schema';
import { createConnector, testConnector } from '@/lib/ingest/connectors/connectors';
import {
  type ConnectorRunRow,
  findConnectorRuns,
  getConnector,
} from '@/lib/ingest/connectors/find-connectors';
import { runConnector } from '@/lib/ingest/connectors/run-connector';
import { startFakeHubspot, startFakeSalesforce } from '@/lib/ingest/connectors/testing/fake-crms';
import {
  startFakeFreshdesk,
  startFakeIntercom,
  startFakeZendesk,
} from '@/lib/ingest/connectors/testing/fake-helpdesks';
import {
  startFakeAppStore,
  startFakeGooglePlay,
  startFakeTrustpilot,
} from '@/lib/ingest/connectors/testing/fake-reviews';
import type { FakeVendor } from '@/lib/ingest/connectors/testing/fake-vendor';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

const fakes: Record<ConnectorKindName, () => Promise<FakeVendor>> = {
  zendesk: startFakeZendesk,
  intercom: startFakeIntercom,
  freshdesk: startFakeFreshdesk,
  app_store: startFakeAppStore,
  google_play: startFakeGooglePlay,
  trustpilot: startFakeTrustpilot,
  hubspot: startFakeHubspot,
  salesforce: startFakeSalesforce,
};
const isCrm = (kind: ConnectorKindName) => kind === 'hubspot' || kind === 'salesforce';

const signal = new AbortController().signal;
const MONTH_MS = 30 * 86_400_000;

describe.each(connectorKindKeys)('%s', (kind) => {
  let scope: Scope;
  let vendor: FakeVendor;
  /** Moves on with each run, so that what was planned is due. */
  let now: Date;

  beforeAll(async () => {
    ({ scope } = await makeOwnedWorkspace());
    vendor = await fakes[kind]();
  });
  afterAll(() => vendor.api.stop());
  beforeEach(() => {
    vendor.api.next = [];
    vendor.onListed = () => {};
  });

  const make = (form: Record<string, string>) =>
    createConnector(scope, {
      ...{ kind, name: kind, intervalMinutes: 60, since: new Date(Date.now() - MONTH_MS) },
      ...form,
    });

  async function run(id: string): Promise<ConnectorRunRow> {
    const { nextRunAt } = await getConnector(scope, id);
    now = new Date(Math.max(Date.now(), nextRunAt?.getTime() ?? 0) + 1);
    await runConnector(scope, id, vendor.api.send, signal, () => now);
    const [row] = (await findConnectorRuns(scope, { connectorId: id, at: null })).rows;
    if (!row) throw new Error('it did not run');
    return row;
  }
  const waitOf = async (id: string) =>
    ((await getConnector(scope, id)).nextRunAt?.getTime() ?? 0) - (now?.getTime() ?? 0);

  /** What is stored: texts of customers, or names of accounts of the CRM. */
  async function stored(): Promise<string[]> {
    const where = { workspaceId: scope.workspaceId };
    const rows = isCrm(kind)
      ? await scope.run((db) => db.account.findMany({ where, select: { name: true } }))
      : await scope.run((db) => db.feedback.findMany({ where, select: { text: true } }));
    return rows.map((row) => ('name' in row ? row.name : row.text)).sort();
  }
  const isWhole = async () => expect(await stored()).toEqual([...vendor.expected()].sort());

  it('goes on after a limit and a failure where it was, while the list changes under it; all of it, once', async () => {
    vendor.holdings.add(5);
    const id = await make(vendor.form);
    vendor.api.next = [{ status: 429, headers: { 'retry-after': '90' } }];
    expect(await run(id)).toMatchObject({ state: 'waiting', failure: expect.stringContaining('429') });
    expect(await waitOf(id)).toBe(90_000);
    expect(await stored()).toEqual([]);

    // After the first page one on it is changed, one is added, and the server fails.
    vendor.onListed = (number) => {
      if (number !== 1) return;
      vendor.holdings.edit(1);
      vendor.holdings.edit(5);
      vendor.holdings.add();
    };
    vendor.holdings.failsAt = 2;
    // From here on things come twice.
    vendor.holdings.doubles = true;
    expect(await run(id)).toMatchObject({
      ...{ state: 'waiting', pages: 1 },
      failure: expect.stringContaining('500'),
    });
    // The second failure in a row: from a minute on, ever longer.
    expect(await waitOf(id)).toBe(120_000);
    expect((await stored()).length).toBeGreaterThan(0);
    expect(await run(id)).toMatchObject({ state: 'succeeded', failure: null });
    // Nothing that stayed as it was is passed over, whatever moved around it meanwhile.
    const found = await stored();
    const passedOver = [2, 3, 4].filter(
      (thing) => !found.some((text) => text.startsWith(`What thing ${thing} says`)),
    );
    expect(passedOver).toEqual([]);
    const details = await getConnector(scope, id);
    expect(details).toMatchObject({ health: 'working', failures: 0, failure: null });
    expect(details.reachedAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);

    // The next run brings what was changed on pages read before, and stops at nothing that does not fit.
    vendor.holdings.add();
    vendor.holdings.edit(2);
    vendor.holdings.broken = true;
    const after = await run(id);
    expect(after).toMatchObject({ state: 'succeeded', failure: expect.stringMatching(/^Not taken: /) });
    expect(after.refused).toBeGreaterThan(0);
    expect(after.added).toBeGreaterThan(0);
    await isWhole();
    vendor.holdings.broken = false;

    vendor.holdings.nonsense = true;
    expect(await run(id)).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('does not answer as its documentation says'),
    });
    expect(await getConnector(scope, id)).toMatchObject({ health: 'needs_person' });
    vendor.holdings.nonsense = false;
  });

  it('says that a key is not accepted, and tries ever more seldom until somebody mends it', async () => {
    const id = await make(vendor.wrongForm);
    const before = await stored();
    expect(await run(id)).toMatchObject({
      state: 'failed',
      pages: 0,
      failure: expect.stringContaining('does not accept the token (status 401)'),
    });
    expect(await waitOf(id)).toBe(3_600_000);
    await run(id);
    expect(await waitOf(id)).toBe(7_200_000);
    expect(await stored()).toEqual(before);
    await expect(testConnector(scope, id, vendor.api.send)).rejects.toThrow('does not accept the token');
    const kept = await scope.run(
      (db) => db.$queryRaw`SELECT c::text, r::text FROM connectors c, connector_runs r`,
    );
    expect(JSON.stringify(kept)).not.toContain('wrong-key');
  });

  it('the test asks for what would be read, and stores nothing', async () => {
    const id = await make(vendor.form);
    const before = await stored();
    expect(await testConnector(scope, id, vendor.api.send)).not.toBe('');
    expect(await stored()).toEqual(before);
  });
});
