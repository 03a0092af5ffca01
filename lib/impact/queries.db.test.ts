import { expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { findAccountRisk } from '@/lib/impact/find-account-risk';
import { findNewestImpact } from '@/lib/impact/queries';
import { makeCustomer, makeTopic } from '@/lib/impact/testing/make-customer';
import { makeImpactRun } from '@/lib/impact/testing/make-impact-run';

async function countRankJobs(scope: Scope): Promise<number> {
  const [row] = await database().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pgboss.job
    WHERE name = 'issues.rank' AND data->>'workspaceId' = ${scope.workspaceId}`;
  return row?.n ?? 0;
}

it('asks for no ranking before the first, which reading what was imported brings', async () => {
  const scope = await makeWorkspace();
  expect(await findNewestImpact(scope)).toBeNull();
  expect(await countRankJobs(scope)).toBe(0);
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
  'takes a run whose %s an older version wrote as none, and asks for a new one once',
  async (column) => {
    const scope = await makeWorkspace();
    const { workspaceId } = scope;
    const accountId = await makeCustomer(scope, { arrCents: 100 });
    const exposed = [{ accountId, lostShare: 0.1 }];
    const themeId = await makeTopic(scope, 'Login');
    await makeImpactRun(scope, { asOf: '2026-06-30', themes: new Map([[themeId, exposed]]) });
    expect(await findNewestImpact(scope)).not.toBeNull();
    await scope.run((db) =>
      column === 'details'
        ? db.themeImpact.updateMany({
            where: { workspaceId },
            data: { details: { revenue: { accounts: exposed }, churn: { riskRatio: 2 } } },
          })
        : db.impactRun.updateMany({ where: { workspaceId }, data: { [column]: { old: true } } }),
    );
    expect(await countRankJobs(scope)).toBe(0);
    expect(await findNewestImpact(scope)).toBeNull();
    expect(await findNewestImpact(scope)).toBeNull();
    expect(await countRankJobs(scope)).toBe(1);
    const risk = await findAccountRisk(scope, accountId, {
      currency: 'USD',
      rates: {},
      today: new Date('2026-07-10'),
    });
    expect(risk === null).toBe(column === 'details');
  },
);
