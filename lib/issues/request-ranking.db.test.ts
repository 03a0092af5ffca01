import { expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { makeStatement } from '@/lib/db/testing/make-statement';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { findNewestImpact, isNewestImpactOutdated } from '@/lib/impact/queries';
import { makeTopic } from '@/lib/impact/testing/make-customer';
import { makeImpactRun } from '@/lib/impact/testing/make-impact-run';
import { rankIssues } from '@/lib/issues/rank-issues';
import { requestRanking } from '@/lib/issues/request-ranking';

it('replaces a ranking of an earlier version when it is asked for, and not by being looked at', async () => {
  const scope = await makeWorkspace();
  const { workspaceId } = scope;
  const countJobs = async () => {
    const [row] = await database().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pgboss.job
      WHERE name = 'issues.rank' AND data->>'workspaceId' = ${workspaceId}`;
    return row?.n;
  };
  const sourceId = await makeSource(scope);
  const themeId = await makeTopic(scope, 'Login');
  await makeStatement(scope, { sourceId, spans: [{ text: 'The login fails.', themeIds: [themeId] }] });
  await makeImpactRun(scope, { asOf: '2026-06-30', themes: new Map() });
  await scope.run((db) => db.impactRun.updateMany({ where: { workspaceId }, data: { totals: { old: 1 } } }));
  expect(await findNewestImpact(scope)).toBeNull();
  expect(await isNewestImpactOutdated(scope)).toBe(true);
  expect(await countJobs()).toBe(0);

  await requestRanking(scope);
  await requestRanking(scope);
  expect(await countJobs()).toBe(1);
  const entries = await scope.run((db) => db.auditEntry.findMany({ where: { workspaceId } }));
  expect(entries.map(({ action }) => action)).toEqual(['issues.ranking_requested']);

  await rankIssues(scope);
  expect(await findNewestImpact(scope)).not.toBeNull();
  expect(await isNewestImpactOutdated(scope)).toBe(false);
});
