import { findRules, lockRules } from '@/lib/alerts/find-rules';
import type { RuleInput } from '@/lib/alerts/schema';
import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import type { Scope } from '@/lib/db/scope';

/**
 * Changes when alerts of a kind are raised. It holds for days that are still to be judged; alerts raised before stay.
 * @throws ExpectedError 'denied' for a member who may not.
 */
export async function saveRule(scope: Scope, { kind, isEnabled, ...parameters }: RuleInput): Promise<void> {
  requirePermission(scope, 'alerts.edit');
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    await lockRules(db, workspaceId);
    const { [kind]: before } = await findRules(inner);
    await db.alertRule.update({
      where: { workspaceId_kind: { workspaceId, kind } },
      data: { isEnabled, parameters },
    });
    await recordAudit(inner, {
      action: 'alert.rule_changed',
      subjectKind: 'alert_rule',
      details: {
        rule: kind,
        from: { isEnabled: before.isEnabled, ...before.parameters },
        to: { isEnabled, ...parameters },
      },
    });
  });
}
