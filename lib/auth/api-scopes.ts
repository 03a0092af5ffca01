import { ExpectedError } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';

/** What an API key may do, one right at a time, and what each lets it do, to follow "may". Safe in the browser. */
export const apiScopeWords = {
  'feedback:read': 'read feedback with its sentiment and themes',
  'feedback:write': 'add feedback, and the people and accounts it is from',
  'responses:read': 'read scores',
  'responses:write': 'add scores and the answers beside them',
  'accounts:read': 'read accounts with their revenue and churn',
  'accounts:write': 'add and change accounts with their revenue and churn',
  'contacts:read': 'read contacts with their e-mail addresses',
  'contacts:write': 'add and rename contacts',
  'events:read': 'read usage events',
  'events:write':
    'add usage events, with a secret key also purchases, and what is not known yet of the people and accounts they are from',
  'surveys:read': 'read surveys',
  'themes:read': 'read themes',
  'issues:read': 'read the ranked list of issues',
} as const;

export type ApiScope = keyof typeof apiScopeWords;
export const apiScopes = Object.keys(apiScopeWords) as ApiScope[];

/** What a key may do that everybody can read in a page: nothing that reads, nothing that changes what is known. */
export const publicKeyScopes: readonly ApiScope[] = ['events:write'];

/** Whether the scope's key has a right. An unknown right is none: both sides are looked up. */
export function mayUse(scope: Scope, right: ApiScope): boolean {
  const { actor } = scope;
  return actor.kind === 'api_key' && Object.hasOwn(apiScopeWords, right) && actor.scopes.includes(right);
}

/** Whether the scope's key is one that everybody can read: what it says of people and companies is not to be believed. */
export function isPublicKey({ actor }: Scope): boolean {
  return actor.kind === 'api_key' && actor.isPublic;
}

/** @throws ExpectedError 'denied' naming the right that is missing. */
export function requireApiScope(scope: Scope, right: ApiScope): void {
  if (mayUse(scope, right)) return;
  throw new ExpectedError(
    'denied',
    `This key may not ${apiScopeWords[right]}: it lacks the scope ${right}. Make one that has it under Settings, API keys.`,
  );
}
