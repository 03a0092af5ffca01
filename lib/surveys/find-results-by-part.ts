import type { Scope } from '@/lib/db/scope';
import type { ResultFilter } from '@/lib/surveys/find-results';
import { shownWhere } from '@/lib/surveys/find-showings';
import { isTimed, lastAnswered, selectionWhere } from '@/lib/surveys/response-selection';
import { partOfResponse, partOfShowing } from '@/lib/surveys/result-parts';

/** What became of a survey's showings in one part of the people, such as a segment or a value of a hidden field. */
export interface PartResult {
  /** '' where it is not known. */
  name: string;
  /** Null where showings are not known by this part. */
  shown: number | null;
  shownAndCompleted: number;
  started: number;
  completed: number;
  /** Completed ones of which it is known how long they took. */
  timed: number;
  /** Their median seconds from the first question shown to the end; null where there are none. */
  medianSeconds: number | null;
  /** The question after which most of those left who did not finish. */
  mostLeft: { key: string; n: number } | null;
}

/** More parts than these are no overview. */
const MOST_PARTS = 50;

/** The results of a survey part by part, the largest first. */
export async function findResultsByPart(
  scope: Scope,
  surveyId: string,
  filter: ResultFilter,
  by: string,
): Promise<PartResult[]> {
  const { workspaceId } = scope;
  const where = selectionWhere(workspaceId, surveyId, filter);
  const part = partOfResponse(by);
  const showingPart = partOfShowing(by);
  return scope.run(async (db) => {
    const responses = await db.$queryRaw<Omit<PartResult, 'shown' | 'shownAndCompleted' | 'mostLeft'>[]>`
      SELECT part AS name, count(*)::int AS started, count(completed_at)::int AS completed,
        count(*) FILTER (WHERE is_timed)::int AS timed,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM completed_at - started_at))
          FILTER (WHERE is_timed) AS "medianSeconds"
      FROM (SELECT ${part} AS part, r.completed_at, r.started_at, ${isTimed} AS is_timed FROM responses r WHERE ${where}) parts
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_PARTS}`;
    const left = await db.$queryRaw<{ name: string; key: string; n: number }[]>`
      SELECT part AS name, key, count(*)::int AS n
      FROM (SELECT ${part} AS part, ${lastAnswered} AS key FROM responses r
        WHERE ${where} AND r.completed_at IS NULL) parts
      WHERE key IS NOT NULL GROUP BY 1, 2 ORDER BY 3 DESC, 2`;
    const shown = showingPart
      ? await db.$queryRaw<{ name: string; shown: number; completed: number }[]>`
          SELECT part AS name, count(*)::int AS shown, count(*) FILTER (WHERE is_completed)::int AS completed
          FROM (SELECT ${showingPart} AS part, r.completed_at IS NOT NULL AS is_completed
            FROM impressions i LEFT JOIN responses r ON r.workspace_id = i.workspace_id AND r.id = i.id
            WHERE ${shownWhere(workspaceId, surveyId, filter)}) parts
          GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_PARTS}`
      : null;
    const names = new Set([...responses, ...(shown ?? [])].map(({ name }) => name));
    return [...names].map((name): PartResult => {
      const response = responses.find((row) => row.name === name);
      const showing = shown?.find((row) => row.name === name);
      return {
        name,
        shown: shown && (showing?.shown ?? 0),
        shownAndCompleted: showing?.completed ?? 0,
        started: response?.started ?? 0,
        completed: response?.completed ?? 0,
        timed: response?.timed ?? 0,
        medianSeconds: response?.medianSeconds ?? null,
        mostLeft: left.find((row) => row.name === name) ?? null,
      };
    });
  });
}
