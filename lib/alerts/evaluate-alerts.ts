import { answersOf, statementsOf } from '@/lib/alerts/alert-rows';
import { type AlertRules, findRules, lockRules } from '@/lib/alerts/find-rules';
import { type Finding, GATHERING_DAYS, judgeDay } from '@/lib/alerts/judge-day';
import { type ComparedScore, judgeScores, kindOfMetric } from '@/lib/alerts/judge-scores';
import { daysNeeded, wholeYears } from '@/lib/alerts/judge-surge';
import { recordScoreAlert, recordThemeAlerts } from '@/lib/alerts/record-alerts';
import { alertKinds, alertMetrics } from '@/lib/alerts/schema';
import { findAlertLevels } from '@/lib/alerts/theme-level';
import { countThemeDays } from '@/lib/annotations/count-theme-days';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { findPipelineState, isReading } from '@/lib/annotations/find-pipeline-state';
import { findRecordedDays } from '@/lib/annotations/find-recorded-days';
import { addDays, countDays, type Day, type Days, lastDays, later, startOf } from '@/lib/annotations/period';
import type { Scope } from '@/lib/db/scope';
import { findScoreReport } from '@/lib/responses/find-score-report';
import { countUpperTail } from '@/lib/stats/count-tail';

/** Days back from the newest that the first look judges: what is older is no news. */
/** A theme that comes back is worth an alert where its count in a week is less likely than this at its earlier rate (Poisson). */
const RARE_RETURN = 0.01;
const FIRST_LOOK_DAYS = 56;
/** Days judged before that are judged again, for feedback of a day arrives over some days. */
const LATE_DAYS = 2;

/**
 * Judges the days that are new, or still filling, under the rules of the workspace, and keeps what is worth an alert. May
 * run twice: a day's alert of a theme is one row, and a surge that goes on is one alert. While statements are unread it
 * leaves the work to whoever reads the last: a part of a day must not be taken for the whole.
 */
export async function evaluateAlerts(scope: Scope): Promise<void> {
  if (isReading(await findPipelineState(scope))) return;
  const recorded = await findRecordedDays(scope);
  if (!recorded) return;
  const rules = await findRules(scope);
  const findings = await judgeThemes(scope, rules, recorded);
  const scores = rules.score_change.isEnabled ? await judgeAllScores(scope, rules, recorded) : [];
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

async function judgeThemes(scope: Scope, rules: AlertRules, recorded: Days): Promise<Finding[]> {
  const surge = rules.theme_surge.isEnabled ? rules.theme_surge.parameters : null;
  const newTheme = rules.new_theme.isEnabled ? rules.new_theme.parameters : null;
  if (!surge && !newTheme) return [];
  const judged = daysToJudge(rules, recorded);
  const needed = Math.max(
    surge ? daysNeeded(surge.unit, wholeYears(countDays(recorded))) : 0,
    newTheme ? newTheme.quietDays + 7 : 0,
  );
  const from = later(recorded.from, addDays(judged.from, -needed));
  const themes = await countThemeDays(scope, { from, to: recorded.to });
  const levels = await findAlertLevels(scope);
  const findings: Finding[] = [];
  for (let day = judged.from; day <= judged.to; day = addDays(day, 1)) {
    findings.push(
      ...judgeDay(themes, { from, index: countDays({ from, to: day }) - 1 }, { surge, newTheme }, levels),
    );
  }
  const known = await Promise.all(findings.map((finding) => withPast(scope, finding, recorded.from)));
  return known.flatMap((finding) => finding ?? []);
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

/**
 * What seems new is judged by all of the past: a theme that was spoken of before its silence is no new one, and is only
 * worth an alert where so many statements in a week are rare at the rate of that past. Null where they are not.
 */
async function withPast(scope: Scope, finding: Finding, from: Day): Promise<Finding | null> {
  const { details, subject } = finding;
  if (details.method !== 'minimum_count') return finding;
  const { from: _, ...before } = statementsOf(subject, {
    from: details.days.from,
    to: addDays(details.days.from, -1),
  });
  const countBefore = await countFeedback(scope, before);
  const past = { ...finding, details: { ...details, countBefore } };
  if (countBefore === 0) return past;
  const daysBefore = Math.max(1, countDays({ from, to: addDays(details.days.from, -1) }));
  const expected = (countBefore / daysBefore) * GATHERING_DAYS;
  const pValue = countUpperTail(finding.count, expected, 1);
  return pValue < RARE_RETURN ? { ...past, expected, pValue } : null;
}

async function judgeAllScores(scope: Scope, rules: AlertRules, recorded: Days) {
  const { days } = rules.score_change.parameters;
  const now = lastDays(recorded.to, days);
  const before = lastDays(addDays(now.from, -1), days);
  if (before.from < recorded.from) return [];
  const compared = await Promise.all(
    alertMetrics.map(async (metric): Promise<ComparedScore> => {
      const report = await findScoreReport(scope, kindOfMetric[metric], answersOf(metric, now), {
        before,
        starts: [],
      });
      return { metric, now, before, report };
    }),
  );
  return judgeScores(compared, rules.score_change.parameters);
}
