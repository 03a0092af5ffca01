import { ensureAccounts, findAccountIds } from '@/lib/accounts/ensure-accounts';
import { ensureContacts, findContactId } from '@/lib/accounts/ensure-contacts';
import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { newToken } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { retryCollisions } from '@/lib/http/retry-collisions';
import { setSecret } from '@/lib/settings/commands';
import { findSecret } from '@/lib/settings/queries';
import { type Identity, judgeToken, readIdentity, tokenProblems } from '@/lib/surveys/identity-token';

/** Somebody who answers, as the workspace's own server vouches for. */
export interface KnownPerson {
  contactId: string;
  accountId: string | null;
}

/**
 * The person of a signed token, made if not heard of yet; null without a valid signature: what a browser merely says never
 * reaches the record of a person or an account. Two requests may make the same person at once, as a box asks and saves
 * together: the later one looks again and finds them.
 * @param at when the token must have been good: a showing or an answer, which may lie before its arrival
 * @throws ExpectedError 'unavailable' where others keep writing the same person.
 */
export async function resolveIdentity(
  scope: Scope,
  token: string | null | undefined,
  at: Date = new Date(),
): Promise<KnownPerson | null> {
  return retryCollisions(() => resolveOnce(scope, token, at));
}

function resolveOnce(scope: Scope, token: string | null | undefined, at: Date): Promise<KnownPerson | null> {
  return scope.run(async (_db, inner) => {
    const identity = await readToken(inner, token, at);
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

/** Who a token names: what it says, and the person if they have been heard of. */
export interface NamedPerson {
  identity: Identity;
  person: KnownPerson | null;
}

/**
 * Who a token names, without a word written: a link is also opened by scanners, and nobody has said anything yet. Null without
 * a valid signature.
 */
export async function findNamed(
  scope: Scope,
  token: string | null | undefined,
  at: Date = new Date(),
): Promise<NamedPerson | null> {
  return scope.run(async (_db, inner) => {
    const identity = await readToken(inner, token, at);
    if (!identity) return null;
    const { contact, email, account } = identity;
    const contactId = await findContactId(inner, { externalId: contact, email });
    if (contactId === null) return { identity, person: null };
    const accounts = await findAccountIds(inner, account ? [account] : []);
    return { identity, person: { contactId, accountId: accounts.get(account ?? '') ?? null } };
  });
}

/**
 * Who a token names, as far as they have been heard of, without a word written. Null without a valid signature. Their account
 * may be known though they are not.
 */
export async function findVisitor(
  scope: Scope,
  token: string,
): Promise<{ contactId: string | null; accountId: string | null } | null> {
  return scope.run(async (_db, inner) => {
    const named = await findNamed(inner, token);
    if (!named) return null;
    const { account } = named.identity;
    const accounts = await findAccountIds(inner, account ? [account] : []);
    return { contactId: named.person?.contactId ?? null, accountId: accounts.get(account ?? '') ?? null };
  });
}

async function readToken(scope: Scope, token: string | null | undefined, at: Date): Promise<Identity | null> {
  if (!token) return null;
  const secret = await findSecret(scope, 'surveys.identitySecret');
  return secret === null ? null : readIdentity(secret, token, at);
}

/** Why the token that a page gives names nobody, in words for who builds the page; null where it names somebody. */
export async function findTokenProblem(scope: Scope, token: string): Promise<string | null> {
  const read = judgeToken(await findSecret(scope, 'surveys.identitySecret'), token);
  return typeof read === 'string'
    ? `Verbatim: ${tokenProblems[read]} Whoever is here counts as nobody known.`
    : null;
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
