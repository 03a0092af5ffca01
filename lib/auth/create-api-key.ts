import { recordAudit } from '@/lib/audit/record';
import type { ApiKeyForm, ApiKeyKind } from '@/lib/auth/api-key-schema';
import { publicKeyScopes } from '@/lib/auth/api-scopes';
import { requirePermission } from '@/lib/auth/permissions';
import { ExpectedError } from '@/lib/core/errors';
import { newId, newToken, sha256 } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';

/** What a key begins with: says in a log or a repository what was found there. */
const BEGINNING: Record<ApiKeyKind, string> = { secret: 'vrb_secret_', public: 'vrb_public_' };
/** Random characters shown later on, so that people can tell keys apart. */
const SHOWN = 6;

/**
 * Makes an API key.
 * @returns the key, which is kept nowhere: only its hash is.
 */
export async function createApiKey(scope: Scope, { name, kind, scopes }: ApiKeyForm): Promise<string> {
  requirePermission(scope, 'api_keys.manage');
  const { workspaceId, actor } = scope;
  if (actor.kind !== 'member') throw new ExpectedError('denied', 'API keys are made by members.');
  const token = `${BEGINNING[kind]}${newToken()}`;
  const id = newId();
  await scope.run(async (db, inner) => {
    await db.apiKey.create({
      data: {
        workspaceId,
        id,
        name,
        kind,
        prefix: token.slice(0, BEGINNING[kind].length + SHOWN),
        hash: sha256(token),
        scopes: kind === 'public' ? [...publicKeyScopes] : scopes,
        createdById: actor.memberId,
      },
    });
    await recordAudit(inner, {
      action: 'api_key.created',
      subjectKind: 'api_key',
      subjectId: id,
      details: { name, kind, scopes: kind === 'public' ? [...publicKeyScopes] : scopes },
    });
  });
  return token;
}
