import { ExpectedError } from '@/lib/core/errors';
import { actorId, type Scope } from '@/lib/db/scope';

/** The member who decides about a theme. @throws ExpectedError 'denied' for a job: decisions are people's. */
export function requireDecider(scope: Scope): string {
  const memberId = actorId(scope);
  if (!memberId) throw new ExpectedError('denied', 'Only a person decides about themes.');
  return memberId;
}
