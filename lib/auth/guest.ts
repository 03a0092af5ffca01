import { sha256 } from '@/lib/core/ids';
import { asCredential, Scope } from '@/lib/db/scope';

/** What a share link opens, and the scope in which its holder sees that and nothing else. */
export interface GuestAccess {
  scope: Scope;
  /** The one issue shown; null for the ranked list. */
  issueId: string | null;
  expiresAt: Date;
}

/** What the link with this token opens, or null: unknown, revoked and expired ones look the same. */
export async function findGuestAccess(token: string, now: Date = new Date()): Promise<GuestAccess | null> {
  const tokenHash = sha256(token);
  const link = await asCredential(tokenHash, (db) =>
    db.shareLink.findFirst({
      where: { tokenHash, revokedAt: null, expiresAt: { gt: now } },
      select: { workspaceId: true, issueId: true, expiresAt: true },
    }),
  );
  if (!link) return null;
  const { workspaceId, issueId, expiresAt } = link;
  return { scope: Scope.issue(workspaceId, { kind: 'guest' }), issueId, expiresAt };
}
