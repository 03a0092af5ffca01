import { type AlertRules, findRules, lockRules } from '@/lib/alerts/find-rules';
import { compareScores, judgeThemes } from '@/lib/alerts/judge-days';
import { judgeScores, type ScoreFinding } from '@/lib/alerts/judge-scores';
import { recordScoreAlert, recordThemeAlerts } from '@/lib/alerts/record-alerts';
import { recountAlerts } from '@/lib/alerts/recount-alerts';
import { alertKinds, type RuleParameters } from '@/lib/alerts/schema';
import { findPipelineState, isReading } from '@/lib/annotations/find-pipeline-state';
import { findDatedDays } from '@/lib/annotations/find-recorded-days';
import { addDays, type Day, type Days, lastDays, later, startOf } from '@/lib/annotations/period';
import type { Scope } from '@/lib/db/scope';

/** Days back from the newest that the first look judges: what is older is no news. */
const FIRST_LOOK_DAYS = 56;
/** Days judged before that are judged again, for feedback of a day arrives over some days. */
const LATE_DAYS = 2;

/**
 * Counts again what alerts rest on, judges the days that are new, or still filling, under the rules of the workspace, and
 * keeps what is worth an alert. May run twice: a day's alert of a theme is one row, and a surge that goes on is one alert. While statements are unread it
 * leaves the work to whoever reads the last: a part of a day must not be taken for the whole.
 */
export async function evaluateAlerts(scope: Scope): Promise<void> {
  if (isReading(await findPipelineState(scope))) return;
  const recorded = await findDatedDays(scope);
  const rules = await findRules(scope);
  await recountAlerts(scope, rules, recorded);
  if (!recorded) return;
  const { theme_surge, new_theme, score_change } = rules;
  const findings = await judgeThemes(
    scope,
    {
      surge: theme_surge.isEnabled ? theme_surge.parameters : null,
      newTheme: new_theme.isEnabled ? new_theme.parameters : null,
    },
    { recorded, judged: daysToJudge(rules, recorded) },
  );
  const scores = score_change.isEnabled ? await judgeNewest(scope, score_change.parameters, recorded) : [];
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    await lockRules(db, workspaceId);
    await recordThemeAlerts(inner, findings);
    for (const finding of scores) await recordScoreAlert(inner, finding, recorded.to);
    await db.alertRule.updateMany({
      where: { workspaceId, kind: { in: alertKinds.filter((kind) => rules[kind].isEnabled) } },
      data: { judgedTo: startOf(recorded.to), judgedAt: new Date() },
    });
  });
}

/** From the first day not judged under either rule about themes, or late enough to be judged again. */
function daysToJudge({ theme_surge, new_theme }: AlertRules, { from, to }: Days): Days {
  const judgedTo = [theme_surge, new_theme].flatMap((rule) => (rule.isEnabled ? [rule.judgedTo] : []));
  const firstLook = later(from, lastDays(to, FIRST_LOOK_DAYS).from);
  const oldest = judgedTo.reduce<Day | null>(
    (least, each) => (least === null || each === null ? null : least < each ? least : each),
    judgedTo[0] ?? null,
  );
  const next = oldest === null ? firstLook : later(firstLook, addDays(oldest, 1 - LATE_DAYS));
  return { from: next < to ? next : to, to };
}

/** The newest days of scores against as many before them; none while records are younger than that. */
async function judgeNewest(
  scope: Scope,
  parameters: RuleParameters<'score_change'>,
  recorded: Days,
): Promise<ScoreFinding[]> {
  const now = lastDays(recorded.to, parameters.days);
  const before = lastDays(addDays(now.from, -1), parameters.days);
  if (before.from < recorded.from) return [];
  return judgeScores(await compareScores(scope, { now, before }), parameters);
}
