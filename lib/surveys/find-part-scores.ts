import type { Scope } from '@/lib/db/scope';
import { countScores } from '@/lib/responses/count-scores';
import type { ResponseFilter } from '@/lib/responses/response-filter';
import { computeScore, type Score, type ScoreKind } from '@/lib/responses/score-summary';
import { fieldOfPart, ownParts } from '@/lib/surveys/result-parts';

/** The score of one part of the people, and the answers that it counts. */
export interface PartScore {
  score: Score;
  filter: ResponseFilter;
}

/** Of more parts than these no score is told: each is counted by itself. */
const MOST_SCORES = 20;

/**
 * The score of each part that has a name, as {@link countScores} counts its rows. Empty where they are narrowed by such a
 * part already.
 */
export async function findPartScores(
  scope: Scope,
  { kind, filter, by }: { kind: ScoreKind; filter: ResponseFilter; by: string },
  names: readonly string[],
): Promise<Map<string, PartScore>> {
  const field = fieldOfPart(by);
  const place = field === null ? ownParts.find((part) => part === by) : 'trait';
  if (!place || filter[place]) return new Map();
  const known = names.filter((name) => name !== '').slice(0, MOST_SCORES);
  const scores = await Promise.all(
    known.map(async (name): Promise<[string, PartScore][]> => {
      const narrowed = { ...filter, [place]: field === null ? name : `${field}=${name}` };
      const score = computeScore(kind, await countScores(scope, narrowed));
      return score ? [[name, { score, filter: narrowed }]] : [];
    }),
  );
  return new Map(scores.flat());
}
