import { describe, expect, it } from 'vitest';
import { makeStatement } from '@/lib/db/testing/make-statement';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { createConnector } from '@/lib/ingest/connectors/connectors';
import { findConnectorRuns, getConnector } from '@/lib/ingest/connectors/find-connectors';
import { runConnector } from '@/lib/ingest/connectors/run-connector';
import { startFakeHubspot, startFakeSalesforce } from '@/lib/ingest/connectors/testing/fake-crms';
import { findAuditActions, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

const fakes = { hubspot: startFakeHubspot, salesforce: startFakeSalesforce };
const signal = new AbortController().signal;

describe.each(['hubspot', 'salesforce'] as const)('what %s deletes', (kind) => {
  it('goes where nothing was said; else it stays, says so and pays nothing, until it is restored', async () => {
    const { scope } = await makeOwnedWorkspace();
    const vendor = await fakes[kind]();
    const { holdings } = vendor;
    const since = new Date(Date.now() - 30 * 86_400_000);
    const settings = { kind, name: kind, intervalMinutes: 60, since };
    const id = await createConnector(scope, { ...settings, ...vendor.form });
    let now = new Date();
    const run = async () => {
      const { nextRunAt } = await getConnector(scope, id);
      now = new Date(Math.max(now.getTime(), nextRunAt?.getTime() ?? 0) + 600_000);
      await runConnector(scope, id, vendor.api.send, signal, () => now);
      const [last] = (await findConnectorRuns(scope, { connectorId: id, at: null })).rows;
      expect(last).toMatchObject({ state: 'succeeded', refused: 0 });
      return last;
    };
    const where = { workspaceId: scope.workspaceId };
    const accounts = () =>
      scope.run((db) =>
        db.account.findMany({
          where,
          select: { id: true, name: true, arrCents: true, custom: true, arrHistory: true },
          orderBy: { name: 'asc' },
        }),
      );
    const names = async () => (await accounts()).map(({ name }) => name.replace(/\D/g, '')).join('');

    holdings.add(5);
    await run();
    const second = (await accounts())[1];
    await makeStatement(scope, { sourceId: await makeSource(scope), accountId: second?.id ?? '' });
    for (const each of [1, 2, 4]) holdings.remove(each, now);
    // Deleted and restored between two looks.
    holdings.restore(4, { isStillLogged: kind === 'salesforce' });
    expect(await run()).toMatchObject({ changed: 2 });
    expect(await names()).toBe('2345');
    const [told, ...others] = await accounts();
    expect(told).toMatchObject({
      arrCents: 0n,
      custom: { [`${kind}.deletedAt`]: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    });
    expect(told?.arrHistory.map(({ arrCents }) => arrCents)).toContain(0n);
    for (const { arrCents, custom } of others) {
      expect(arrCents).toBe(120_050n);
      expect(custom).not.toHaveProperty([`${kind}.deletedAt`]);
    }
    expect(await findAuditActions(scope)).toContain('account.deleted_at_source');
    expect(await run()).toMatchObject({ added: 0, changed: 0 });

    holdings.restore(2);
    await run();
    expect((await accounts())[0]).toMatchObject({ arrCents: 120_050n });
    expect((await accounts())[0]?.custom).not.toHaveProperty([`${kind}.deletedAt`]);
    await vendor.api.stop();
  });
});
