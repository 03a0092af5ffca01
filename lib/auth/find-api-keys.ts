import type { ApiKeyKind } from '@/lib/auth/api-key-schema';
import type { Scope } from '@/lib/db/scope';

export interface ApiKeyRow {
  id: string;
  name: string;
  kind: ApiKeyKind;
  /** How the key begins. */
  prefix: string;
  scopes: string[];
  createdAt: Date;
  createdByName: string;
  lastUsedAt: Date | null;
}

/** The keys that work, the newest first. A workspace has a few. */
export async function findApiKeys(scope: Scope): Promise<ApiKeyRow[]> {
  const rows = await scope.run((db) =>
    db.apiKey.findMany({
      where: { workspaceId: scope.workspaceId, revokedAt: null },
      include: { createdBy: { select: { user: { select: { name: true } } } } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
  );
  return rows.map(({ id, name, kind, prefix, scopes, createdAt, lastUsedAt, createdBy }) => ({
    id,
    name,
    kind,
    prefix,
    scopes,
    createdAt,
    lastUsedAt,
    createdByName: createdBy.user.name,
  }));
}
