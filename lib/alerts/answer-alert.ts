import type { AlertAnswer } from '@/lib/alerts/schema';
import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { conflict, notFound } from '@/lib/core/errors';
import { actorId, type Scope } from '@/lib/db/scope';

/**
 * A member has seen to an alert, calls it no news, or opens it again; the row keeps who and when.
 * @throws ExpectedError 'denied' for a member who may not, 'not_found' for an alert that is not in the workspace,
 * 'conflict' for one that the product withdrew.
 */
export async function answerAlert(scope: Scope, { alertId, state }: AlertAnswer): Promise<void> {
  requirePermission(scope, 'alerts.edit');
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const where = { workspaceId_id: { workspaceId, id: alertId } };
    const before = await db.alert.findUnique({ where, select: { state: true } });
    if (!before) throw notFound('alert');
    if (before.state === 'withdrawn') {
      throw conflict(
        'This alert was withdrawn: what is left of its rows is no alert. It opens again with them.',
      );
    }
    if (before.state === state) return;
    const isAnswered = state !== 'open';
    await db.alert.update({
      where,
      data: {
        state,
        decidedAt: isAnswered ? new Date() : null,
        decidedById: isAnswered ? actorId(scope) : null,
      },
    });
    await recordAudit(inner, {
      action: 'alert.answered',
      subjectKind: 'alert',
      subjectId: alertId,
      details: { from: before.state, to: state },
    });
  });
}
