import { env } from '@/lib/core/env';
import { idFrom } from '@/lib/core/ids';
import type { KnownPerson } from '@/lib/surveys/identity';
import { ANSWER_WITHIN_MS } from '@/lib/surveys/response-times';

interface Owned {
  contactId: string | null;
  startedAt: Date | null;
}

/**
 * Whether a response is not to be shown to somebody, nor changed by them: one that belongs to a person is theirs alone, and only
 * a signature says who that is. The id of a response stands in addresses and in exports, so to know it proves nothing.
 */
export function isOthers(
  response: Pick<Owned, 'contactId'> | null,
  person: Pick<KnownPerson, 'contactId'> | null,
): boolean {
  return Boolean(response?.contactId) && response?.contactId !== person?.contactId;
}

/**
 * The response that takes what somebody says to one that is not theirs: no answer is lost, and each later save finds the same.
 * Nobody can work it out from the other.
 */
export function idApart(workspaceId: string, responseId: string, person: KnownPerson | null): string {
  return idFrom(`${env().SETTINGS_KEY} apart ${workspaceId} ${responseId} ${person?.contactId ?? ''}`);
}

/**
 * When a token must have been good to speak for the author of a response: one that expires on the way through a survey does so
 * for a day, if the response was begun by somebody known before.
 */
export function vouchedAt(response: Owned | null, shownAt: Date | null, now: Date): Date {
  const begunAt = response?.contactId ? response.startedAt : null;
  const grantedFrom = begunAt && Math.max(begunAt.getTime(), now.getTime() - ANSWER_WITHIN_MS);
  return new Date(Math.min(now.getTime(), shownAt?.getTime() ?? Infinity, grantedFrom ?? Infinity));
}
