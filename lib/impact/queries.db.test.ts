import { expect, it } from 'vitest';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { findAccountRisk } from '@/lib/impact/find-account-risk';
import { findNewestImpact, isNewestImpactOutdated } from '@/lib/impact/queries';
import { makeCustomer, makeTopic } from '@/lib/impact/testing/make-customer';
import { makeImpactRun } from '@/lib/impact/testing/make-impact-run';

it('finds none before the first, and none that is outdated', async () => {
  const scope = await makeWorkspace();
  expect(await findNewestImpact(scope)).toBeNull();
  expect(await isNewestImpactOutdated(scope)).toBe(false);
});

it('finds the newest run, with what it says of each theme', async () => {
  const scope = await makeWorkspace();
  const themeId = await makeTopic(scope, 'Login');
  await makeImpactRun(scope, { asOf: '2026-05-31', themes: new Map() });
  await makeImpactRun(scope, { asOf: '2026-06-30', themes: new Map([[themeId, []]]) });
  expect(await findNewestImpact(scope)).toMatchObject({
    asOf: new Date('2026-06-30'),
    rows: [{ themeId, themeName: 'Login', details: { churn: { exposedAccounts: 40 } } }],
  });
});

it.each(['parameters', 'totals', 'details'] as const)(
  'takes a run whose %s an older version wrote as none, and says that it is outdated',
  async (column) => {
    const scope = await makeWorkspace();
    const { workspaceId } = scope;
    const accountId = await makeCustomer(scope, { arrCents: 100 });
    const exposed = [{ accountId, lostShare: 0.1 }];
    const themeId = await makeTopic(scope, 'Login');
    await makeImpactRun(scope, { asOf: '2026-06-30', themes: new Map([[themeId, exposed]]) });
    expect(await findNewestImpact(scope)).not.toBeNull();
    expect(await isNewestImpactOutdated(scope)).toBe(false);
    await scope.run((db) =>
      column === 'details'
        ? db.themeImpact.updateMany({
            where: { workspaceId },
            data: { details: { revenue: { accounts: exposed }, churn: { riskRatio: 2 } } },
          })
        : db.impactRun.updateMany({ where: { workspaceId }, data: { [column]: { old: true } } }),
    );
    expect(await findNewestImpact(scope)).toBeNull();
    expect(await isNewestImpactOutdated(scope)).toBe(true);
    const risk = await findAccountRisk(scope, accountId, {
      currency: 'USD',
      rates: {},
      today: new Date('2026-07-10'),
    });
    expect(risk === null).toBe(column === 'details');
  },
);
