import { newId } from '@/lib/core/ids';
import { Scope } from '@/lib/db/scope';

/** A workspace of its own for one test, with the scope of a job in it. */
export async function makeWorkspace({ currency = 'USD' } = {}): Promise<Scope> {
  const id = newId();
  const scope = Scope.issue(id, { kind: 'job', job: 'test' });
  await scope.run((db) => db.workspace.create({ data: { id, slug: `w-${id}`, name: 'Test', currency } }));
  return scope;
}

/** A source in it, for rows that need one. */
export async function makeSource(scope: Scope, name = 'Test source'): Promise<string> {
  const id = newId();
  await scope.run((db) =>
    db.source.create({ data: { workspaceId: scope.workspaceId, id, kind: 'csv', name } }),
  );
  return id;
}
