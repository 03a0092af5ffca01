import { mentionIsProblem } from '@/lib/annotations/mention-sql';
import type { Days } from '@/lib/annotations/period';
import type { Scope } from '@/lib/db/scope';
import { withoutNestedLoops } from '@/lib/db/without-nested-loops';
import { type AnswerRow, findAnswers } from '@/lib/responses/find-responses';
import { newestFirst, person, responseWhere } from '@/lib/responses/response-where';
import type { DrivenMetric } from '@/lib/stats/answer-value';
import { type ContributionChange, explainScoreChange, type PersonalResponse } from '@/lib/stats/score-change';
import { themePlaces } from '@/lib/themes/theme-places';

/** An answer that is a score, with the themes at the top that its words complain of. */
export interface ThemedAnswer extends PersonalResponse {
  answerId: string;
}

/** Which answers count, and whose. */
export interface AnswerChoice {
  metric: DrivenMetric;
  plan?: string | undefined;
  segment?: string | undefined;
}

/** The change of a score by theme; `name` is null for answers that complain of none. */
export interface NamedChange extends ContributionChange {
  name: string | null;
}

/** Of NPS the latest answer of each person counts, of CSAT every answer, as everywhere on screen. */
export const countedOnce = (metric: DrivenMetric) => (metric === 'nps' ? ({ latest: '1' } as const) : {});

/** Scores of some days, the newest first. */
export async function findThemedAnswers(
  scope: Scope,
  days: Days,
  { metric, plan, segment }: AnswerChoice,
): Promise<ThemedAnswer[]> {
  const { workspaceId } = scope;
  const filter = {
    metric,
    ...countedOnce(metric),
    ...days,
    ...(plan && { plan }),
    ...(segment && { segment }),
  } as const;
  return scope.run((db) =>
    withoutNestedLoops(
      db,
      () => db.$queryRaw<ThemedAnswer[]>`
      SELECT w.id::text AS "answerId", ${person}::text AS "personId", w.score,
        coalesce(told.themes, '{}') AS themes
      FROM answers w
        JOIN responses r ON r.workspace_id = w.workspace_id AND r.id = w.response_id
        -- Once for all answers: for each by itself the places of themes would be worked out again and again.
        LEFT JOIN (
          SELECT f.response_id, array_agg(DISTINCT place.branch_id::text ORDER BY place.branch_id::text) AS themes
          FROM feedback f
            JOIN spans s ON s.workspace_id = f.workspace_id AND s.feedback_id = f.id
            JOIN theme_assignments a ON a.workspace_id = s.workspace_id AND a.span_id = s.id
            JOIN ${themePlaces(workspaceId)} place ON place.theme_id = a.theme_id
          WHERE f.workspace_id = ${workspaceId}::uuid AND f.response_id IS NOT NULL AND ${mentionIsProblem}
          GROUP BY 1) told ON told.response_id = r.id
      WHERE ${responseWhere(workspaceId, filter)}
      ORDER BY ${newestFirst}`,
    ),
  );
}

/** What each theme adds to the change of a score from some days to others; empty where one of them has no answer. */
export async function findScoreChange(
  scope: Scope,
  { before, now }: { before: Days; now: Days },
  choice: AnswerChoice,
): Promise<{ rows: NamedChange[]; answersBefore: number; answersNow: number }> {
  const [earlier, later] = [
    await findThemedAnswers(scope, before, choice),
    await findThemedAnswers(scope, now, choice),
  ];
  const rows = explainScoreChange(earlier, later, { metric: choice.metric });
  const ids = rows.flatMap(({ theme }) => theme ?? []);
  const themes = await scope.run((db) =>
    db.theme.findMany({
      where: { workspaceId: scope.workspaceId, id: { in: ids } },
      select: { id: true, name: true },
    }),
  );
  const nameOf = new Map(themes.map(({ id, name }) => [id, name]));
  return {
    rows: rows.map((row) => ({ ...row, name: row.theme && (nameOf.get(row.theme) ?? row.theme) })),
    answersBefore: earlier.length,
    answersNow: later.length,
  };
}

/** One page of the answers behind a count of {@link findScoreChange}; `theme` null for those that complain of none. */
export async function findScoreChangeAnswers(
  scope: Scope,
  days: Days,
  choice: AnswerChoice,
  { theme, page, pageSize }: { theme: string | null; page: number; pageSize: number },
): Promise<{ rows: AnswerRow[]; total: number }> {
  const fitting = (await findThemedAnswers(scope, days, choice)).filter(({ themes }) =>
    theme === null ? themes.length === 0 : themes.includes(theme),
  );
  const ids = fitting.slice((page - 1) * pageSize, page * pageSize).map(({ answerId }) => answerId);
  return { rows: await findAnswers(scope, ids), total: fitting.length };
}
