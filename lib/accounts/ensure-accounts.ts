import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';

/**
 * The ids of the accounts with these keys; an account not heard of yet is made with its key as its name.
 * @returns ids by external id.
 */
export async function ensureAccounts(
  scope: Scope,
  keys: { externalId: string; name?: string | undefined }[],
  importId: string | null,
): Promise<Map<string, string>> {
  const wanted = new Map(keys.map((key) => [key.externalId, key.name ?? key.externalId]));
  if (wanted.size === 0) return new Map();
  return scope.run(async (db) => {
    await db.account.createMany({
      data: await missing(),
      skipDuplicates: true,
    });
    return find();

    async function find() {
      const rows = await db.account.findMany({
        where: { workspaceId: scope.workspaceId, externalId: { in: [...wanted.keys()] } },
        select: { id: true, externalId: true },
      });
      return new Map(
        rows.flatMap((row) => (row.externalId === null ? [] : [[row.externalId, row.id] as const])),
      );
    }

    async function missing() {
      const known = await find();
      return [...wanted]
        .filter(([externalId]) => !known.has(externalId))
        .map(([externalId, name]) => ({
          workspaceId: scope.workspaceId,
          id: newId(),
          externalId,
          name,
          importId,
        }));
    }
  });
}
