import { expect, it } from 'vitest';
import { ExpectedError } from '@/lib/core/errors';
import { Prisma } from '@/lib/db/client';
import { Scope } from '@/lib/db/scope';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';

it('says that a statement took too long, however it was asked for, and that nothing is changed', async () => {
  const scope = await makeWorkspace();
  const slow = (ask: () => Promise<unknown>) =>
    expect(ask()).rejects.toThrow(expect.objectContaining({ kind: 'too_slow', status: 503 }));
  const limit = Prisma.sql`SET LOCAL statement_timeout = 30`;
  await slow(() =>
    scope.run(async (db) => {
      await db.$executeRaw(limit);
      await db.$executeRaw`SELECT pg_sleep(5)`;
    }),
  );
  await slow(() =>
    scope.run(async (db, inner) => {
      await db.$executeRaw(limit);
      return inner.runStatement(Prisma.sql` SELECT pg_sleep(5)::text FROM entered`);
    }),
  );
  // By a model as well, here while it waits for a row that another holds.
  const { workspaceId } = scope;
  const rename = (name: string) => ({ where: { id: workspaceId }, data: { name } });
  await scope.run(async (db) => {
    await db.workspace.updateMany(rename('one'));
    await slow(() =>
      Scope.issue(workspaceId, scope.actor).run(async (inner) => {
        await inner.$executeRaw(limit);
        await inner.workspace.updateMany(rename('other'));
      }),
    );
  });
  const other = scope.run((db) => db.$queryRaw`SELECT 1 / (SELECT 0)`);
  await expect(other).rejects.not.toBeInstanceOf(ExpectedError);
});
