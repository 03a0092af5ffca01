import { expect, it } from 'vitest';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { computeImpact } from '@/lib/impact/compute-impact';
import { findImpactThemes } from '@/lib/impact/find-impact-themes';
import { findNewestImpact } from '@/lib/impact/queries';
import { churnComparisonSchema, saveChurnComparison } from '@/lib/impact/save-churn-comparison';
import { makeCustomer, makeSaid, makeTopic } from '@/lib/impact/testing/make-customer';
import { findOpenJob } from '@/lib/jobs/find-open-job';
import { getSetting } from '@/lib/settings/queries';

it('keeps window, lag and coarsening, tells the audit trail and has issues ranked again', async () => {
  const scope = await makeWorkspace();
  const usual = { windowDays: 90, lagDays: 30, keptPercent: 80, strataField: '' } as const;
  const chosen = churnComparisonSchema.parse({ windowDays: '180', lagDays: '0', keptPercent: '95' });
  expect(await getSetting(scope, 'churnComparison')).toEqual(usual);
  await saveChurnComparison(scope, usual);
  expect(await findOpenJob(scope, 'issues.rank')).toBeNull();
  await saveChurnComparison(scope, chosen);
  expect(await getSetting(scope, 'churnComparison')).toEqual({
    windowDays: 180,
    lagDays: 0,
    keptPercent: 95,
    strataField: '',
  });
  expect(await findOpenJob(scope, 'issues.rank')).not.toBeNull();
  const entries = await scope.run((db) =>
    db.auditEntry.findMany({ where: { workspaceId: scope.workspaceId } }),
  );
  expect(entries.map(({ details }) => details)).toEqual([{ from: usual, to: chosen }]);
});

it('a run keeps the window and lag it was computed with', async () => {
  const scope = await makeWorkspace();
  const accountId = await makeCustomer(scope);
  const themeId = await makeTopic(scope, 'Login');
  await makeSaid(scope, { sourceId: await makeSource(scope), accountId, at: '2026-03-10', themeId });
  const panel = { windowDays: 180, lagDays: 60, keptPercent: 60 };
  await computeImpact(scope, { now: new Date('2026-06-01'), currency: 'USD', rates: {}, panel });
  expect((await findNewestImpact(scope))?.parameters).toMatchObject(panel);
  expect((await findImpactThemes(scope))?.windowDays).toBe(180);
});

it.each([
  { windowDays: '45', lagDays: '30' },
  { windowDays: '90', lagDays: '90' },
  { windowDays: '9e1', lagDays: '30' },
  { windowDays: '90' },
  { windowDays: '90', lagDays: '30', keptPercent: '70' },
])('refuses %j', (input) => {
  expect(churnComparisonSchema.safeParse(input).success).toBe(false);
});
