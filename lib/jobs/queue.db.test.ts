import { expect, test } from 'vitest';
import { newId } from '@/lib/core/ids';
import { database } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';
import { enqueue } from '@/lib/jobs/queue';

async function waiting(scope: Scope, name: string): Promise<number> {
  const [row] = await database().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pgboss.job
    WHERE name = ${name} AND data->>'workspaceId' = ${scope.workspaceId} AND state = 'created'`;
  return row?.n ?? 0;
}

test('a job exists if and only if its transaction commits', async () => {
  const scope = await makeWorkspace();
  const importId = newId();
  const failed = scope.run(async (_db, inner) => {
    await enqueue(inner, 'ingest.import', { importId });
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow('changed my mind');
  expect(await waiting(scope, 'ingest.import')).toBe(0);
  await scope.run((_db, inner) => enqueue(inner, 'ingest.import', { importId }));
  expect(await waiting(scope, 'ingest.import')).toBe(1);
});

test('a job belongs to the group of its workspace, so that those of others pass it', async () => {
  const scope = await makeWorkspace();
  await enqueue(scope, 'ingest.import', { importId: newId() });
  const rows = await database().$queryRaw`
    SELECT group_id AS "groupId" FROM pgboss.job WHERE data->>'workspaceId' = ${scope.workspaceId}`;
  expect(rows).toEqual([{ groupId: scope.workspaceId }]);
});

test('an exclusive queue keeps one waiting job for each workspace', async () => {
  const [here, there] = [await makeWorkspace(), await makeWorkspace()];
  for (let times = 0; times < 3; times++) await enqueue(here, 'issues.rank', {});
  await enqueue(there, 'issues.rank', {});
  expect(await waiting(here, 'issues.rank')).toBe(1);
  expect(await waiting(there, 'issues.rank')).toBe(1);
});

test('a payload that breaks its contract is refused before it is written', async () => {
  const scope = await makeWorkspace();
  await expect(enqueue(scope, 'annotations.annotate', { feedbackIds: [] })).rejects.toThrow();
  expect(await waiting(scope, 'annotations.annotate')).toBe(0);
});
