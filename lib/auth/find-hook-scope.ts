import { sha256 } from '@/lib/core/ids';
import { asCredential, Scope } from '@/lib/db/scope';

/** The scope that an address for other systems opens; null for one that is unknown or removed: the two look the same. */
export async function findHookScope(
  token: string,
): Promise<{ scope: Scope; hookId: string; kind: string } | null> {
  const addressHash = sha256(token);
  const row = await asCredential(addressHash, (db) =>
    db.hook.findFirst({
      where: { addressHash, removedAt: null },
      select: { workspaceId: true, id: true, kind: true },
    }),
  );
  if (!row) return null;
  const { workspaceId, id: hookId, kind } = row;
  return { scope: Scope.issue(workspaceId, { kind: 'hook', hookId }), hookId, kind };
}
