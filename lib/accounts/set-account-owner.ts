import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { ExpectedError, notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';

export const accountOwnerSchema = z.object({
  accountId: z.uuid(),
  /** The member who looks after it; empty for nobody. */
  ownerId: z.union([z.uuid(), z.literal('').transform(() => null)]),
});

/**
 * Says who looks after an account. The same person again changes nothing.
 * @throws ExpectedError 'not_found' where the workspace has no such account, 'invalid' where it has no such member.
 */
export async function setAccountOwner(
  scope: Scope,
  { accountId, ownerId }: z.output<typeof accountOwnerSchema>,
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const account = await db.account.findUnique({
      where: { workspaceId_id: { workspaceId, id: accountId } },
    });
    if (!account) throw notFound('account');
    if (account.ownerId === ownerId) return;
    if (
      ownerId !== null &&
      !(await db.member.findFirst({ where: { workspaceId, id: ownerId, removedAt: null } }))
    ) {
      throw new ExpectedError('invalid', 'This person is no longer a member. Choose somebody else.');
    }
    await db.account.update({ where: { workspaceId_id: { workspaceId, id: accountId } }, data: { ownerId } });
    await recordAudit(inner, {
      action: 'account.owner_changed',
      subjectKind: 'account',
      subjectId: accountId,
      details: { from: account.ownerId, to: ownerId },
    });
  });
}
