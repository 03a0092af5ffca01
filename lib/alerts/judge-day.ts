import { type AlertLevel, minimumCountOf, surgeRuleOf } from '@/lib/alerts/alert-level';
import { judgeSurge, type SurgeJudgement, sumBack } from '@/lib/alerts/judge-surge';
import { type CountDetails, type RuleParameters, UNTAGGED } from '@/lib/alerts/schema';
import type { DailyCounts } from '@/lib/annotations/count-theme-days';
import { addDays, type Day } from '@/lib/annotations/period';
import { adjustBenjaminiHochberg } from '@/lib/stats/benjamini-hochberg';
import { computeSilenceChance } from '@/lib/stats/silence-chance';

/** Days in which the first mentions of a new theme gather. */
export const GATHERING_DAYS = 7;
/** A silence says nothing where chance alone would make one at least so often: there was little to be silent in. */
const LIKELY_SILENCE = 0.05;
/** Points of the chart beside an alert. */
const CHART_POINTS = { day: 42, week: 26 };

/** The rules about themes that are on; null for one that is off. */
export interface ThemeRules {
  surge: RuleParameters<'theme_surge'> | null;
  newTheme: RuleParameters<'new_theme'> | null;
}

/** Where in the counts a day stands: they begin at `from`. */
interface JudgedDay {
  from: Day;
  index: number;
  /** All statements with content a day, of any theme or none. */
  totals: readonly number[];
}

/** What is worth an alert on a day. */
export interface Finding {
  kind: 'theme_surge' | 'new_theme';
  /** The theme's id, or {@link UNTAGGED}. */
  subject: string;
  themeId: string | null;
  day: Day;
  count: number;
  expected: number | null;
  threshold: number;
  pValue: number | null;
  qValue: number | null;
  details: CountDetails;
}

/**
 * Judges the day at `index` of all themes' daily counts, which begin at `from`. A theme that was silent before, while enough
 * was said of others to call it so, is judged by its count alone, for it has no history; all others together, with Benjamini-Hochberg over them. A theme of another level than
 * the usual is judged by the rules of that level; one whose alerts are off is not judged.
 */
export function judgeDay(
  themes: readonly DailyCounts[],
  place: JudgedDay,
  { surge, newTheme }: ThemeRules,
  levels: ReadonlyMap<string, AlertLevel> = new Map(),
): Finding[] {
  const { from, index } = place;
  const findings: Finding[] = [];
  const judged: { theme: DailyCounts; judgement: SurgeJudgement; rule: RuleParameters<'theme_surge'> }[] = [];
  for (const theme of themes) {
    const level = levels.get(theme.themeId ?? '') ?? 'usual';
    if (level === 'off') continue;
    if (newTheme && theme.themeId !== null && isNew(theme.counts, index, newTheme.quietDays)) {
      const rule = { ...newTheme, minimumCount: minimumCountOf(newTheme.minimumCount, level) };
      const finding = judgeNewTheme(theme, theme.themeId, place, rule);
      if (finding) findings.push(finding);
      continue;
    }
    const rule = surge && surgeRuleOf(surge, level);
    const judgement = rule && judgeSurge(theme.counts, index, rule);
    if (judgement) judged.push({ theme, judgement, rule });
  }
  const qValues = adjustBenjaminiHochberg(judged.map(({ judgement }) => judgement.pValue));
  judged.forEach(({ theme, judgement, rule }, position) => {
    const qValue = qValues[position] ?? 1;
    if (judgement.method === 'too_few' || !judgement.isAlarm || qValue >= rule.qValue) return;
    findings.push(toSurge(theme, judgement, { from, index, qValue, themes: judged.length, rule }));
  });
  return findings;
}

/** Whether there was silence before the days in which first mentions gather, as long as the rule asks. */
function isNew(counts: readonly number[], index: number, quietDays: number): boolean {
  const end = index - GATHERING_DAYS + 1;
  return end >= quietDays && counts.slice(end - quietDays, end).every((count) => count === 0);
}

function judgeNewTheme(
  { counts }: DailyCounts,
  themeId: string,
  { from, index, totals }: JudgedDay,
  { quietDays, minimumCount }: RuleParameters<'new_theme'>,
): Finding | null {
  const gathered = counts.slice(index - GATHERING_DAYS + 1, index + 1);
  const count = sumOf(gathered);
  if (counts[index] === 0 || count < minimumCount) return null;
  const begin = index - GATHERING_DAYS + 1;
  const now = sumOf(totals.slice(begin, index + 1));
  const before = sumOf(totals.slice(begin - quietDays, begin));
  const pValue = computeSilenceChance(count, { now, before });
  if (pValue >= LIKELY_SILENCE) return null;
  const first = begin + gathered.findIndex((each) => each > 0);
  const day = addDays(from, index);
  return {
    kind: 'new_theme',
    subject: themeId,
    themeId,
    day,
    count,
    expected: null,
    threshold: minimumCount - 1,
    pValue: null,
    qValue: null,
    details: {
      method: 'minimum_count',
      days: { from: addDays(from, first), to: day },
      quietDays,
      minimumCount,
      countBefore: 0,
      silence: { now, before, pValue },
      series: seriesUpTo(counts, { from, index }, 'day'),
    },
  };
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, each) => sum + each, 0);
}

interface Place {
  from: Day;
  index: number;
  qValue: number;
  themes: number;
  rule: RuleParameters<'theme_surge'>;
}

function toSurge(
  { themeId, counts }: DailyCounts,
  judgement: Exclude<SurgeJudgement, { method: 'too_few' }>,
  place: Place,
): Finding {
  const { from, index, qValue, themes, rule } = place;
  const { unit, count, expected, threshold, pValue } = judgement;
  const day = addDays(from, index);
  const common = {
    days: { from: addDays(day, unit === 'day' ? 0 : -6), to: day },
    alpha: rule.alpha,
    minimumCount: rule.minimumCount,
    qThreshold: rule.qValue,
    themes,
    series: seriesUpTo(counts, { from, index }, unit),
  };
  return {
    kind: 'theme_surge',
    subject: themeId ?? UNTAGGED,
    themeId,
    day,
    count,
    expected,
    threshold,
    pValue,
    qValue,
    details:
      judgement.method === 'farrington'
        ? {
            ...common,
            method: 'farrington',
            years: judgement.years,
            dispersion: judgement.point.dispersion,
            hasTrend: judgement.point.hasTrend,
          }
        : { ...common, method: 'ears_c2', ...explainEars(judgement) },
  };
}

function explainEars({ baseline, ears, rare, rareUnits }: SurgeJudgement & { method: 'ears_c2' }) {
  const mean = baseline.reduce((sum, each) => sum + each, 0) / baseline.length;
  const squares = baseline.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return {
    baseline,
    mean,
    deviation: Math.sqrt(squares / (baseline.length - 1)),
    earsPValue: ears.pValue,
    rare: { units: rareUnits, ...rare },
  };
}

function seriesUpTo(
  counts: readonly number[],
  { from, index }: { from: Day; index: number },
  unit: 'day' | 'week',
): CountDetails['series'] {
  const points = sumBack(counts, index, unit, CHART_POINTS[unit]);
  const length = points.length * (unit === 'day' ? 1 : 7);
  return { unit, from: addDays(from, index + 1 - length), counts: points };
}
