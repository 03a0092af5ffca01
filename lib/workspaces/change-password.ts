import { recordAudit } from '@/lib/audit/record';
import { authenticate } from '@/lib/auth/authenticate';
import { hashPassword } from '@/lib/auth/password';
import type { SessionUser } from '@/lib/auth/session';
import { invalid } from '@/lib/core/errors';
import { actorId, type Scope } from '@/lib/db/scope';
import type { PasswordChangeInput } from '@/lib/workspaces/schema';

/**
 * Changes one's own password and ends every session of it, this one too.
 * @throws ExpectedError 'invalid' when the current password is wrong, 'too_many' after too many wrong ones.
 */
export async function changePassword(
  scope: Scope,
  user: SessionUser,
  { currentPassword, newPassword }: PasswordChangeInput,
): Promise<void> {
  if (!(await authenticate(user.email, currentPassword, null))) {
    throw invalid('This is not your current password. Check it and try again.');
  }
  const passwordHash = await hashPassword(newPassword);
  await scope.run(async (db, inner) => {
    await db.user.update({
      where: { id: user.id },
      data: { passwordHash, sessionVersion: { increment: 1 } },
    });
    await recordAudit(inner, {
      action: 'member.password_changed',
      subjectKind: 'member',
      subjectId: actorId(scope) ?? undefined,
    });
  });
}
