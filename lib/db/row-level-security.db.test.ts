import { expect, test } from 'vitest';
import { newId } from '@/lib/core/ids';
import { database } from '@/lib/db/client';
import { makeWorkspace } from '@/lib/db/testing/make-workspace';

/** Tables that belong to no workspace: who signs in, failed attempts, and what was migrated. */
const WITHOUT_WORKSPACE = ['_prisma_migrations', 'sign_in_attempts', 'users'];

test('every table but those of identity is under a policy', async () => {
  const open = await database().$queryRaw<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relrowsecurity
    ORDER BY 1`;
  expect(open.map(({ name }) => name)).toEqual(WITHOUT_WORKSPACE);
});

test('every table of a workspace has the workspace in its key', async () => {
  const rows = await database().$queryRaw<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
      LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND (i.indkey IS NULL OR i.indkey[0] <> a.attnum)`;
  expect(rows).toEqual([]);
});

test('the planner knows of no table how many rows a workspace has', async () => {
  const rows = await database().$queryRaw<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND a.attstattarget IS DISTINCT FROM 0`;
  expect(rows).toEqual([]);
});

test('a transaction that has not said where it works sees and writes nothing', async () => {
  const scope = await makeWorkspace();
  await scope.run((db) =>
    db.theme.create({ data: { workspaceId: scope.workspaceId, id: newId(), name: 'Seen' } }),
  );
  expect(await database().theme.count()).toBe(0);
  expect(await scope.run((db) => db.theme.count())).toBe(1);
  await expect(
    database().theme.create({ data: { workspaceId: scope.workspaceId, id: newId(), name: 'Smuggled' } }),
  ).rejects.toThrow(/row-level security/);
});

test('a reference into another workspace is refused by the database', async () => {
  const [here, there] = [await makeWorkspace(), await makeWorkspace()];
  const id = newId();
  await there.run((db) => db.theme.create({ data: { workspaceId: there.workspaceId, id, name: 'Theirs' } }));
  await expect(
    here.run((db) =>
      db.theme.create({
        data: { workspaceId: here.workspaceId, id: newId(), name: 'Mine', mergedIntoId: id },
      }),
    ),
  ).rejects.toThrow(/[Ff]oreign key/);
});
