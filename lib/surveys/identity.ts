import { ensureAccounts } from '@/lib/accounts/ensure-accounts';
import { ensureContacts } from '@/lib/accounts/ensure-contacts';
import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { newToken } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { setSecret } from '@/lib/settings/commands';
import { findSecret } from '@/lib/settings/queries';
import { readIdentity } from '@/lib/surveys/identity-token';

/** Somebody who answers, as the workspace's own server vouches for. */
export interface KnownPerson {
  contactId: string;
  accountId: string | null;
}

/**
 * The person of a signed token, made if not heard of yet; null without a valid signature: what a browser merely says never
 * reaches the record of a person or an account.
 */
export async function resolveIdentity(scope: Scope, token: string | undefined): Promise<KnownPerson | null> {
  if (!token) return null;
  return scope.run(async (_db, inner) => {
    const secret = await findSecret(inner, 'surveys.identitySecret');
    const identity = secret === null ? null : readIdentity(secret, token);
    if (!identity) return null;
    const { contact, email, name, account, accountName } = identity;
    const accounts = account
      ? await ensureAccounts(inner, [{ externalId: account, name: accountName }], null)
      : new Map<string, string>();
    const accountId = accounts.get(account ?? '') ?? null;
    const [contactId] = await ensureContacts(
      inner,
      [{ externalId: contact, email, name, accountId: accountId ?? undefined }],
      null,
    );
    return contactId ? { contactId, accountId } : null;
  });
}

/** Makes a new secret; links and tokens signed with the one before count no more. @returns the secret, to be shown once. */
export async function makeIdentitySecret(scope: Scope): Promise<string> {
  requirePermission(scope, 'settings.edit');
  const secret = newToken();
  await scope.run(async (_db, inner) => {
    await setSecret(inner, 'surveys.identitySecret', secret);
    await recordAudit(inner, { action: 'survey.identity_secret_made', subjectKind: 'setting' });
  });
  return secret;
}
