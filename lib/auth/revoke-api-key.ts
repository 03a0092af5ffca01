import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';

/**
 * Ends an API key: from the next request on it opens nothing. Its row stays, for rows and the audit trail speak of it.
 * @throws ExpectedError 'not_found' when there is none that works.
 */
export async function revokeApiKey(scope: Scope, apiKeyId: string): Promise<void> {
  requirePermission(scope, 'api_keys.manage');
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const { count } = await db.apiKey.updateMany({
      where: { workspaceId, id: apiKeyId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw notFound('working API key');
    await recordAudit(inner, { action: 'api_key.revoked', subjectKind: 'api_key', subjectId: apiKeyId });
  });
}
