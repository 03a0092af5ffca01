import { expect, it } from 'vitest';
import { makeImpactRun } from '@/lib/impact/testing/make-impact-run';
import { findOpenJob } from '@/lib/jobs/find-open-job';
import { makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';
import { rankOutdated } from './rank-outdated';

it('ranks again, once, where an earlier version did, and nowhere else', async () => {
  const [old, fresh, unranked] = [
    await makeOwnedWorkspace(),
    await makeOwnedWorkspace(),
    await makeOwnedWorkspace(),
  ];
  await makeMember(old.scope, 'viewer');
  for (const { scope } of [old, fresh]) {
    await makeImpactRun(scope, { asOf: '2026-06-30', themes: new Map() });
  }
  const { workspaceId } = old.scope;
  await old.scope.run((db) =>
    db.impactRun.updateMany({ where: { workspaceId }, data: { totals: { old: 1 } } }),
  );

  await rankOutdated();
  const since = await findOpenJob(old.scope, 'issues.rank');
  expect(since).not.toBeNull();
  expect(await findOpenJob(fresh.scope, 'issues.rank')).toBeNull();
  expect(await findOpenJob(unranked.scope, 'issues.rank')).toBeNull();

  await rankOutdated();
  expect(await findOpenJob(old.scope, 'issues.rank')).toEqual(since);
});
