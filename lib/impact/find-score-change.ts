import { mentionIsProblem } from '@/lib/annotations/mention-sql';
import type { Days } from '@/lib/annotations/period';
import type { Scope } from '@/lib/db/scope';
import { type AnswerRow, findAnswers } from '@/lib/responses/find-responses';
import { newestFirst, person, responseWhere } from '@/lib/responses/response-where';
import { type ContributionChange, explainScoreChange, type PersonalResponse } from '@/lib/stats/score-change';
import { themePlaces } from '@/lib/themes/theme-places';

/** An answer to the Net Promoter question with the themes at the top that its words complain of. */
export interface ThemedAnswer extends PersonalResponse {
  answerId: string;
}

/** Whose answers count. */
export interface AccountNarrowing {
  plan?: string | undefined;
  segment?: string | undefined;
}

/** The change of NPS by theme; `name` is null for answers that complain of none. */
export interface NamedChange extends ContributionChange {
  name: string | null;
}

/** NPS answers of some days, the latest of each person as every NPS on screen has it, the newest first. */
export async function findThemedAnswers(
  scope: Scope,
  days: Days,
  { plan, segment }: AccountNarrowing = {},
): Promise<ThemedAnswer[]> {
  const { workspaceId } = scope;
  const filter = {
    metric: 'nps',
    latest: '1',
    ...days,
    ...(plan && { plan }),
    ...(segment && { segment }),
  } as const;
  return scope.run(
    (db) => db.$queryRaw<ThemedAnswer[]>`
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
  );
}

/** What each theme adds to the change of NPS from some days to others; empty where one of them has no answer. */
export async function findScoreChange(
  scope: Scope,
  { before, now }: { before: Days; now: Days },
  narrowing: AccountNarrowing,
): Promise<{ rows: NamedChange[]; answersBefore: number; answersNow: number }> {
  const [earlier, later] = [
    await findThemedAnswers(scope, before, narrowing),
    await findThemedAnswers(scope, now, narrowing),
  ];
  const rows = explainScoreChange(earlier, later);
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
  narrowing: AccountNarrowing,
  { theme, page, pageSize }: { theme: string | null; page: number; pageSize: number },
): Promise<{ rows: AnswerRow[]; total: number }> {
  const fitting = (await findThemedAnswers(scope, days, narrowing)).filter(({ themes }) =>
    theme === null ? themes.length === 0 : themes.includes(theme),
  );
  const ids = fitting.slice((page - 1) * pageSize, page * pageSize).map(({ answerId }) => answerId);
  return { rows: await findAnswers(scope, ids), total: fitting.length };
}
