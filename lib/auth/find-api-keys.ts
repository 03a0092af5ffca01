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

/** A page of the keys that work, the newest first, and how many there are. */
export async function findApiKeys(
  scope: Scope,
  { page = 1, pageSize = 50 }: { page?: number; pageSize?: number } = {},
): Promise<{ rows: ApiKeyRow[]; total: number }> {
  const where = { workspaceId: scope.workspaceId, revokedAt: null };
  return scope.run(async (db) => {
    const found = await db.apiKey.findMany({
      where,
      include: { createdBy: { select: { user: { select: { name: true } } } } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    });
    const rows = found.map(({ id, name, kind, prefix, scopes, createdAt, lastUsedAt, createdBy }) => ({
      id,
      name,
      kind,
      prefix,
      scopes,
      createdAt,
      lastUsedAt,
      createdByName: createdBy.user.name,
    }));
    return { rows, total: await db.apiKey.count({ where }) };
  });
}
