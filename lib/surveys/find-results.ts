import type { Scope } from '@/lib/db/scope';
import { shownWhere } from '@/lib/surveys/find-showings';
import {
  isTimed,
  lastAnswered,
  type ResponseSelection,
  selectionWhere,
} from '@/lib/surveys/response-selection';

/** How many were asked, began and finished. */
export interface ResponseCounts {
  /** Times it was shown, and how many of these led to a completed response that counts. */
  shown: number;
  shownAndCompleted: number;
  started: number;
  completed: number;
  suspect: number;
  /** Completed ones of which it is known how long they took. */
  timed: number;
  /** Their median seconds from the first question shown to the end; null where there are none. */
  medianSeconds: number | null;
}

export interface QuestionResult {
  key: string;
  answered: number;
  /** Responses that were never finished and whose last answer is to this question. */
  left: number;
  /** By choice, for questions that have some. */
  choices: Map<string, number>;
  /** Of a scale: how often each score was given. */
  scores: Map<number, number>;
  /** Of a ranking: by entry, how often it had each place, 1 being the first. */
  places: Map<string, Map<number, number>>;
}

/** What narrows results: days, and accounts. */
export type ResultFilter = Pick<ResponseSelection, 'from' | 'to' | 'plan' | 'segment' | 'trait'>;

/** Counts what became of a survey's showings. */
export async function countResponses(
  scope: Scope,
  surveyId: string,
  filter: ResultFilter,
): Promise<ResponseCounts> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const [counts] = await db.$queryRaw<Omit<ResponseCounts, 'shown' | 'shownAndCompleted' | 'suspect'>[]>`
      SELECT count(*)::int AS started, count(r.completed_at)::int AS completed,
        count(*) FILTER (WHERE ${isTimed})::int AS timed,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM r.completed_at - r.started_at))
          FILTER (WHERE ${isTimed}) AS "medianSeconds"
      FROM responses r WHERE ${selectionWhere(workspaceId, surveyId, filter)}`;
    const [suspect] = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM responses r
      WHERE ${selectionWhere(workspaceId, surveyId, { ...filter, of: 'suspect' })}`;
    const [shown] = await db.$queryRaw<{ shown: number; completed: number }[]>`
      SELECT count(*)::int AS shown,
        count(r.completed_at)::int AS completed
      FROM impressions i LEFT JOIN responses r ON r.workspace_id = i.workspace_id AND r.id = i.id
      WHERE ${shownWhere(workspaceId, surveyId, filter)}`;
    return {
      shown: shown?.shown ?? 0,
      shownAndCompleted: shown?.completed ?? 0,
      started: counts?.started ?? 0,
      completed: counts?.completed ?? 0,
      suspect: suspect?.n ?? 0,
      timed: counts?.timed ?? 0,
      medianSeconds: counts?.medianSeconds ?? null,
    };
  });
}

/** Question by question over all versions: how many answered, where people left, what was chosen. */
export async function findQuestionResults(
  scope: Scope,
  surveyId: string,
  filter: ResultFilter,
): Promise<Map<string, QuestionResult>> {
  const { workspaceId } = scope;
  const where = selectionWhere(workspaceId, surveyId, filter);
  return scope.run(async (db) => {
    const answered = await db.$queryRaw<{ key: string; n: number }[]>`
      SELECT q.key, count(*)::int AS n
      FROM responses r
        JOIN answers w ON w.workspace_id = r.workspace_id AND w.response_id = r.id
        JOIN questions q ON q.workspace_id = w.workspace_id AND q.id = w.question_id
      WHERE ${where} GROUP BY q.key`;
    const chosen = await db.$queryRaw<{ key: string; choice: string; n: number }[]>`
      SELECT q.key, choice, count(*)::int AS n
      FROM responses r
        JOIN answers w ON w.workspace_id = r.workspace_id AND w.response_id = r.id
        JOIN questions q ON q.workspace_id = w.workspace_id AND q.id = w.question_id
        CROSS JOIN unnest(w.choices) AS choice
      WHERE ${where} GROUP BY q.key, choice`;
    const scored = await db.$queryRaw<{ key: string; score: number; n: number }[]>`
      SELECT q.key, w.score::float8 AS score, count(*)::int AS n
      FROM responses r
        JOIN answers w ON w.workspace_id = r.workspace_id AND w.response_id = r.id AND w.score IS NOT NULL
        JOIN questions q ON q.workspace_id = w.workspace_id AND q.id = w.question_id
      WHERE ${where} GROUP BY 1, 2`;
    const placed = await db.$queryRaw<{ key: string; choice: string; place: number; n: number }[]>`
      SELECT q.key, placed.choice, placed.place::int AS place, count(*)::int AS n
      FROM responses r
        JOIN answers w ON w.workspace_id = r.workspace_id AND w.response_id = r.id
        JOIN questions q ON q.workspace_id = w.workspace_id AND q.id = w.question_id AND q.kind = 'ranking'
        CROSS JOIN unnest(w.choices) WITH ORDINALITY AS placed (choice, place)
      WHERE ${where} GROUP BY 1, 2, 3`;
    const left = await db.$queryRaw<{ key: string; n: number }[]>`
      SELECT ${lastAnswered} AS key, count(*)::int AS n
      FROM responses r WHERE ${where} AND r.completed_at IS NULL GROUP BY 1`;
    const leftOf = new Map(left.map(({ key, n }) => [key, n]));
    return new Map(
      answered.map(({ key, n }) => [
        key,
        {
          key,
          answered: n,
          left: leftOf.get(key) ?? 0,
          choices: new Map(chosen.filter((row) => row.key === key).map((row) => [row.choice, row.n])),
          scores: new Map(scored.filter((row) => row.key === key).map((row) => [row.score, row.n])),
          places: placesOf(placed.filter((row) => row.key === key)),
        },
      ]),
    );
  });
}

/** The values of hidden fields that responses have, as a filter takes them; the commonest first. */
export async function findTraits(scope: Scope, surveyId: string, most = 50): Promise<string[]> {
  const rows = await scope.run(
    (db) => db.$queryRaw<{ trait: string }[]>`
      SELECT field.key || '=' || field.value AS trait
      FROM responses r CROSS JOIN jsonb_each_text(r.custom) AS field
      WHERE ${selectionWhere(scope.workspaceId, surveyId, {})} AND length(field.key || field.value) < 200
      GROUP BY field.key, field.value ORDER BY count(*) DESC, trait LIMIT ${most}`,
  );
  return rows.map(({ trait }) => trait);
}

/** The first and last day with a showing or an answer, UTC; null where there is none. */
export async function findSurveyDays(
  scope: Scope,
  surveyId: string,
): Promise<{ from: string; to: string } | null> {
  const { workspaceId } = scope;
  const [days] = await scope.run(
    (db) => db.$queryRaw<{ from: string | null; to: string | null }[]>`
      SELECT min(at)::date::text AS "from", max(at)::date::text AS "to" FROM (
        SELECT shown_at AS at FROM impressions
        WHERE workspace_id = ${workspaceId}::uuid AND survey_id = ${surveyId}::uuid
        UNION ALL SELECT submitted_at FROM responses
        WHERE workspace_id = ${workspaceId}::uuid AND survey_id = ${surveyId}::uuid) AS seen`,
  );
  return days?.from && days.to ? { from: days.from, to: days.to } : null;
}

function placesOf(rows: { choice: string; place: number; n: number }[]): Map<string, Map<number, number>> {
  const places = new Map<string, Map<number, number>>();
  for (const { choice, place, n } of rows) {
    places.set(choice, (places.get(choice) ?? new Map<number, number>()).set(place, n));
  }
  return places;
}
