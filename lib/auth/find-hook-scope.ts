import { sha256 } from '@/lib/core/ids';
import { asCredential, Scope } from '@/lib/db/scope';

/** The scope that an address for other systems opens; null for one that is unknown or removed: the two look the same. */
export async function findHookScope(token: string): Promise<{ scope: Scope; hookId: string } | null> {
  const addressHash = sha256(token);
  const row = await asCredential(addressHash, (db) =>
    db.hook.findFirst({ where: { addressHash, removedAt: null }, select: { workspaceId: true, id: true } }),
  );
  if (!row) return null;
  return { scope: Scope.issue(row.workspaceId, { kind: 'hook', hookId: row.id }), hookId: row.id };
}
