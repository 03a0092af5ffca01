import { statementsOf } from '@/lib/alerts/alert-rows';
import { type AlertRules, lockRules } from '@/lib/alerts/find-rules';
import type { Finding } from '@/lib/alerts/judge-day';
import { compareScores, judgeThemes } from '@/lib/alerts/judge-days';
import { judgeScores } from '@/lib/alerts/judge-scores';
import { findFirstStatements, toRow } from '@/lib/alerts/record-alerts';
import {
  type AlertState,
  alertDetailsSchema,
  type CountDetails,
  type ScoreDetails,
} from '@/lib/alerts/schema';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { type Day, type Days, toDay } from '@/lib/annotations/period';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/** An alert that rows may have gone from, or come to. */
interface Standing<Details> {
  id: string;
  kind: string;
  state: AlertState;
  /** The theme it is about now, after merges; else what it was raised for. */
  subject: string;
  day: Day;
  count: number | null;
  details: Details;
}

/** What to write over an alert. */
interface Change {
  id: string;
  data: Prisma.AlertUncheckedUpdateInput;
}

/**
 * Makes every alert count what its link opens: an import that was undone, a correction or a merge takes rows from it, late
 * ones come to it. One whose rows changed is judged anew on its own days, under the rules as they are, on or off; where
 * that finds nothing any more, an open one is withdrawn. One that a person answered stays answered, and changes
 * only when rows were taken from it. `recorded` is null where the workspace has no rows at all.
 */
export async function recountAlerts(scope: Scope, rules: AlertRules, recorded: Days | null): Promise<void> {
  const standing = await findStanding(scope);
  const changes: Change[] = [];
  const judgeAgain = compileJudge(scope, rules, recorded);
  for (const alert of standing) {
    const { details } = alert;
    const change =
      details.method === 'score_test'
        ? await recountScore(scope, { ...alert, details }, rules)
        : await recountTheme(scope, { ...alert, details }, judgeAgain);
    if (change) changes.push(change);
  }
  if (changes.length === 0) return;
  const { workspaceId } = scope;
  await scope.run(async (db) => {
    await lockRules(db, workspaceId);
    for (const { id, data } of changes) {
      await db.alert.update({ where: { workspaceId_id: { workspaceId, id } }, data });
    }
  });
}

async function findStanding(scope: Scope): Promise<Standing<CountDetails | ScoreDetails>[]> {
  const { workspaceId } = scope;
  const rows = await scope.run((db) =>
    db.alert.findMany({
      where: { workspaceId, state: { not: 'withdrawn' } },
      include: { theme: { select: { id: true, mergedIntoId: true } } },
    }),
  );
  return rows.map(({ id, kind, state, subject, theme, day, count, details }) => ({
    id,
    kind,
    state,
    subject: theme?.mergedIntoId ?? theme?.id ?? subject,
    day: toDay(day),
    count,
    details: alertDetailsSchema.parse(details),
  }));
}

async function recountTheme(
  scope: Scope,
  alert: Standing<CountDetails>,
  judgeAgain: (day: Day) => Promise<Finding[]>,
): Promise<Change | null> {
  const { id, kind, state, subject, day, details } = alert;
  const countThen = alert.count ?? 0;
  const count = await countFeedback(scope, statementsOf(subject, details.days));
  if (count === countThen || (state !== 'open' && count > countThen)) return null;
  const findings = await judgeAgain(day);
  const finding = findings.find((each) => each.subject === subject && each.kind === kind);
  const found: Pick<Finding, 'subject' | 'details'> = finding ?? { subject, details };
  const quoteIds = await scope.run((db) => findFirstStatements(db, scope.workspaceId, found));
  if (finding) return { id, data: { ...toRow(finding), quoteIds } };
  return {
    id,
    data: {
      count,
      quoteIds,
      details: { ...details, withdrawn: { countThen: details.withdrawn?.countThen ?? countThen } },
      ...withdrawnIfOpen(state),
    },
  };
}

/** Judges a day of all themes, once: one import sets off many alerts of one day. */
function compileJudge(
  scope: Scope,
  { theme_surge, new_theme }: AlertRules,
  recorded: Days | null,
): (day: Day) => Promise<Finding[]> {
  const judgedDays = new Map<Day, Promise<Finding[]>>();
  const both = { surge: theme_surge.parameters, newTheme: new_theme.parameters };
  return (day) => {
    const known = judgedDays.get(day);
    if (known) return known;
    const findings =
      recorded && day >= recorded.from
        ? judgeThemes(scope, both, { recorded, judged: { from: day, to: day } })
        : Promise.resolve([]);
    judgedDays.set(day, findings);
    return findings;
  };
}

async function recountScore(
  scope: Scope,
  { id, state, details }: Standing<ScoreDetails>,
  { score_change }: AlertRules,
): Promise<Change | null> {
  const compared = await compareScores(scope, details);
  const own = compared.find(({ metric }) => metric === details.metric);
  const [score, before] = [own?.report.score, own?.report.before];
  const [answers, answersBefore] = [score?.n ?? 0, before?.n ?? 0];
  const isSame = answers === details.answers && answersBefore === details.answersBefore;
  const hasLost = answers < details.answers || answersBefore < details.answersBefore;
  if (isSame || (state !== 'open' && !hasLost)) return null;
  const finding = judgeScores(compared, score_change.parameters).find(
    ({ metric }) => metric === details.metric,
  );
  if (finding) {
    const { pValue, qValue } = finding;
    return { id, data: { pValue, qValue, details: finding.details } };
  }
  const countThen = details.withdrawn?.countThen ?? details.answers;
  return {
    id,
    data: {
      // The values stay those that made it an alert: its page explains these.
      details: { ...details, answers, answersBefore, withdrawn: { countThen } },
      ...withdrawnIfOpen(state),
    },
  };
}

function withdrawnIfOpen(state: AlertState): Prisma.AlertUncheckedUpdateInput {
  return state === 'open' ? { state: 'withdrawn', decidedAt: new Date() } : {};
}
