import type { Scope } from '@/lib/db/scope';

/** What accounts are written as in a list of lines: the customer's own id, else the name; in the order of names. */
export async function findAccountNames(scope: Scope, ids: readonly string[]): Promise<string[]> {
  const rows = await scope.run((db) =>
    db.account.findMany({
      where: { workspaceId: scope.workspaceId, id: { in: [...ids] } },
      select: { name: true, externalId: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  );
  return rows.map(({ name, externalId }) => externalId ?? name);
}
