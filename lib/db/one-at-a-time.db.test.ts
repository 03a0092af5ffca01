import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { asUser, type Scope } from './scope';
import { makeWorkspace } from './testing/make-workspace';

it('asks for several relations within a transaction one after the other', async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on('warning', note);
  const scope = await makeWorkspace();
  const found = await scope.run((db) =>
    db.workspace.findFirst({ include: { members: true, invitations: true, settings: true } }),
  );
  // Warnings are told at the end of the turn.
  await new Promise(setImmediate);
  process.off('warning', note);
  expect(found?.settings).toEqual([]);
  expect(warnings).toEqual([]);
});

it('runs a large statement in the transaction, for its workspace alone, and takes it back with it', async () => {
  const [scope, other] = [await makeWorkspace(), await makeWorkspace()];
  const rename = (inner: Scope, id: string, name: string) =>
    inner.runSql<{ name: string }>('UPDATE workspaces SET name = $2 WHERE id = $1::uuid RETURNING name', [
      id,
      name,
    ]);
  const failed = scope.run(async (db, inner) => {
    expect(await rename(inner, scope.workspaceId, 'Renamed')).toEqual([{ name: 'Renamed' }]);
    expect((await db.workspace.findFirst())?.name).toBe('Renamed');
    expect(await rename(inner, other.workspaceId, 'Foreign')).toEqual([]);
    throw new Error('taken back');
  });
  await expect(failed).rejects.toThrow('taken back');
  const found = await scope.run((db) => db.workspace.findFirst());
  expect(found?.name).not.toBe('Renamed');
});

it('refuses a large statement once the transaction is over', async () => {
  const scope = await makeWorkspace();
  const left = await scope.run(async (_db, inner) => inner);
  await expect(left.runSql('SELECT 1 AS one', [])).rejects.toThrow('the transaction is over');
  expect(await scope.runSql('SELECT $1::text AS one', ['1'])).toEqual([{ one: '1' }]);
});

it('keeps to its transaction where another one is opened meanwhile', async () => {
  const scope = await makeWorkspace();
  const found = await scope.run(async (_db, inner) => {
    const others = await asUser(newId(), (db) => db.workspace.findMany());
    return { others, own: await inner.runSql('SELECT id::text FROM workspaces', []) };
  });
  expect(found).toEqual({ others: [], own: [{ id: scope.workspaceId }] });
});
