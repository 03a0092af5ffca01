import { newId } from '@/lib/core/ids';
import { Scope } from '@/lib/db/scope';

/**
 * The scope in which a user founds a workspace, as its first owner. Its id is fresh, so it opens nothing that exists.
 */
export function issueFoundingScope(userId: string): { scope: Scope; memberId: string } {
  const memberId = newId();
  return { scope: Scope.issue(newId(), { kind: 'member', memberId, userId, role: 'owner' }), memberId };
}
