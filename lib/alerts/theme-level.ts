import type { z } from 'zod';
import type { AlertLevel, alertLevelSchema } from '@/lib/alerts/alert-level';
import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';

/** The levels of the themes that have another than the usual, by theme. */
export async function findAlertLevels(scope: Scope): Promise<Map<string, AlertLevel>> {
  const rows = await scope.run((db) =>
    db.themeAlertLevel.findMany({ where: { workspaceId: scope.workspaceId } }),
  );
  return new Map(rows.map(({ themeId, level }) => [themeId, level]));
}

/**
 * Says how readily alerts of a theme are raised. It holds for days that are still to be judged; alerts raised before stay.
 * @throws ExpectedError 'denied' for a member who may not, 'not_found' for a theme that is not in the workspace.
 */
export async function saveAlertLevel(
  scope: Scope,
  { themeId, level }: z.output<typeof alertLevelSchema>,
): Promise<void> {
  requirePermission(scope, 'alerts.edit');
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const key = { workspaceId_themeId: { workspaceId, themeId } };
    const theme = await db.theme.findUnique({
      where: { workspaceId_id: { workspaceId, id: themeId } },
      include: { alertLevel: true },
    });
    if (!theme) throw notFound('theme');
    const before = theme.alertLevel?.level ?? 'usual';
    if (before === level) return;
    if (level === 'usual') await db.themeAlertLevel.delete({ where: key });
    else {
      await db.themeAlertLevel.upsert({
        where: key,
        create: { workspaceId, themeId, level },
        update: { level },
      });
    }
    await recordAudit(inner, {
      action: 'theme.alert_level_changed',
      subjectKind: 'theme',
      subjectId: themeId,
      details: { from: before, to: level },
    });
  });
}
