import type { Scope } from '@/lib/db/scope';
import { countScores, countScoresOverTime, type ScoreCounts } from '@/lib/responses/count-scores';
import type { ResponseFilter } from '@/lib/responses/response-filter';
import {
  computeScore,
  computeScoreChange,
  type Score,
  type ScoreChange,
  type ScoreKind,
} from '@/lib/responses/score-summary';

/** A score over some days: now, against the days before, and point by point. */
export interface ScoreReport {
  kind: ScoreKind;
  /** The answers that count, as {@link countScores} counts the filter's rows. */
  counts: ScoreCounts;
  score: Score | null;
  before: Score | null;
  change: ScoreChange | null;
  /** In the order of the stretches asked for; null where nobody answered. */
  overTime: (Score | null)[];
}

/** Reports the score of a filter; `before` are the days to compare with, `starts` where the points of a chart begin. */
export async function findScoreReport(
  scope: Scope,
  kind: ScoreKind,
  filter: ResponseFilter,
  { before, starts }: { before: { from: string; to: string } | null; starts: readonly Date[] },
): Promise<ScoreReport> {
  const [counts, countsBefore, overTime] = await Promise.all([
    countScores(scope, filter),
    before ? countScores(scope, { ...filter, ...before }) : new Map<number, number>(),
    countScoresOverTime(scope, filter, starts),
  ]);
  return {
    kind,
    counts,
    score: computeScore(kind, counts),
    before: computeScore(kind, countsBefore),
    change: computeScoreChange(kind, countsBefore, counts),
    overTime: overTime.map((point) => computeScore(kind, point)),
  };
}
