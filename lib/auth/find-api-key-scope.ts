import { sha256 } from '@/lib/core/ids';
import { asCredential, Scope } from '@/lib/db/scope';

/** "Last used" is a hint for people: written once a minute at most, so that reading stays reading. */
const NOTED_EVERY_MS = 60_000;

/** The scope that a key opens; null for one that is unknown or revoked: from outside the two look the same. */
export async function findApiKeyScope(key: string, now: Date = new Date()): Promise<Scope | null> {
  const hash = sha256(key);
  const row = await asCredential(hash, (db) =>
    db.apiKey.findFirst({
      where: { hash, revokedAt: null },
      select: { workspaceId: true, id: true, kind: true, scopes: true, lastUsedAt: true },
    }),
  );
  if (!row) return null;
  const { workspaceId, id, kind, scopes, lastUsedAt } = row;
  const scope = Scope.issue(workspaceId, { kind: 'api_key', keyId: id, isPublic: kind === 'public', scopes });
  if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() >= NOTED_EVERY_MS) {
    await scope.run((db) => db.apiKey.updateMany({ where: { workspaceId, id }, data: { lastUsedAt: now } }));
  }
  return scope;
}
