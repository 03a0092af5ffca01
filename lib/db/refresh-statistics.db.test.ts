import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { refreshStatistics } from '@/lib/db/refresh-statistics';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';

it('has the planner know of many rows that came since it counted', async () => {
  const scope = await makeWorkspace();
  const { workspaceId } = scope;
  await scope.run(async (db) => {
    await db.account.createMany({
      data: Array.from({ length: 1500 }, (_, n) => ({ workspaceId, id: newId(), name: `Account ${n}` })),
    });
    await db.$executeRaw`SELECT pg_stat_force_next_flush()`;
  });
  await refreshStatistics(scope);
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ rows: number }[]>`
      SELECT reltuples::float8 AS rows FROM pg_class WHERE oid = 'accounts'::regclass`,
  );
  expect(row?.rows).toBeGreaterThanOrEqual(1500);
});
