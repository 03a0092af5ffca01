import { answersOf, statementsOf } from '@/lib/alerts/alert-rows';
import { type Finding, GATHERING_DAYS, judgeDay, type ThemeRules } from '@/lib/alerts/judge-day';
import { type ComparedScore, kindOfMetric } from '@/lib/alerts/judge-scores';
import { daysNeeded, wholeYears } from '@/lib/alerts/judge-surge';
import { alertMetrics } from '@/lib/alerts/schema';
import { findAlertLevels } from '@/lib/alerts/theme-level';
import { countContentDays, countThemeDays } from '@/lib/annotations/count-theme-days';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { addDays, countDays, type Day, type Days, later } from '@/lib/annotations/period';
import type { Scope } from '@/lib/db/scope';
import { findScoreReport } from '@/lib/responses/find-score-report';
import { countUpperTail } from '@/lib/stats/count-tail';

/** A theme that comes back is worth an alert where its count in a week is less likely than this at its earlier rate (Poisson). */
const RARE_RETURN = 0.01;

/** What is worth an alert about themes on the days to be judged, where records go from `recorded.from` to `recorded.to`. */
export async function judgeThemes(
  scope: Scope,
  { surge, newTheme }: ThemeRules,
  { recorded, judged }: { recorded: Days; judged: Days },
): Promise<Finding[]> {
  if (!surge && !newTheme) return [];
  const needed = Math.max(
    surge ? daysNeeded(surge.unit, wholeYears(countDays(recorded))) : 0,
    newTheme ? newTheme.quietDays + GATHERING_DAYS : 0,
  );
  const from = later(recorded.from, addDays(judged.from, -needed));
  const days = { from, to: judged.to };
  const [themes, totals] = await Promise.all([countThemeDays(scope, days), countContentDays(scope, days)]);
  const levels = await findAlertLevels(scope);
  const findings: Finding[] = [];
  for (let day = judged.from; day <= judged.to; day = addDays(day, 1)) {
    const place = { from, index: countDays({ from, to: day }) - 1, totals };
    findings.push(...judgeDay(themes, place, { surge, newTheme }, levels));
  }
  const known = await Promise.all(findings.map((finding) => withPast(scope, finding, recorded.from)));
  return known.flatMap((finding) => finding ?? []);
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

/** Two stretches of the same length. */
export interface Stretches {
  now: Days;
  before: Days;
}

/** Every score that raises alerts, over two stretches. */
export async function compareScores(scope: Scope, { now, before }: Stretches): Promise<ComparedScore[]> {
  return Promise.all(
    alertMetrics.map(async (metric): Promise<ComparedScore> => {
      const report = await findScoreReport(scope, kindOfMetric[metric], answersOf(metric, now), {
        before,
        starts: [],
      });
      return { metric, now, before, report };
    }),
  );
}
