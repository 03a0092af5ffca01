import { type AlertKind, alertKinds, type RuleParameters, ruleSchemas } from '@/lib/alerts/schema';
import type { Day } from '@/lib/annotations/period';
import { toDay } from '@/lib/annotations/period';
import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

export interface AlertRule<Kind extends AlertKind = AlertKind> {
  kind: Kind;
  isEnabled: boolean;
  parameters: RuleParameters<Kind>;
  /** The last day that was judged, and when; null before the first time. */
  judgedTo: Day | null;
  judgedAt: Date | null;
}

export type AlertRules = { [Kind in AlertKind]: AlertRule<Kind> };

/** The rules of the workspace, with the defaults of those nobody has changed. */
export async function findRules(scope: Scope): Promise<AlertRules> {
  const { workspaceId } = scope;
  const rows = await scope.run((db) => db.alertRule.findMany({ where: { workspaceId } }));
  const rule = <Kind extends AlertKind>(kind: Kind): AlertRule<Kind> => {
    const row = rows.find((each) => each.kind === kind);
    return {
      kind,
      isEnabled: row?.isEnabled ?? true,
      parameters: ruleSchemas[kind].parse(row?.parameters ?? {}) as RuleParameters<Kind>,
      judgedTo: row?.judgedTo ? toDay(row.judgedTo) : null,
      judgedAt: row?.judgedAt ?? null,
    };
  };
  return {
    theme_surge: rule('theme_surge'),
    new_theme: rule('new_theme'),
    score_change: rule('score_change'),
  };
}

/** Makes the rows of the rules that have none, and holds them all until the transaction ends. */
export async function lockRules(db: Db, workspaceId: string): Promise<void> {
  await db.alertRule.createMany({
    data: alertKinds.map((kind) => ({ workspaceId, id: newId(), kind, parameters: {} })),
    skipDuplicates: true,
  });
  await db.$queryRaw`
    SELECT 1 FROM alert_rules WHERE workspace_id = ${workspaceId}::uuid ORDER BY kind FOR UPDATE`;
}
