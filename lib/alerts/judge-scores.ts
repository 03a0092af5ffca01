import type { AlertMetric, RuleParameters, ScoreDetails } from '@/lib/alerts/schema';
import type { Days } from '@/lib/annotations/period';
import type { ScoreReport } from '@/lib/responses/find-score-report';
import type { ScoreChange, ScoreKind } from '@/lib/responses/score-summary';
import { adjustBenjaminiHochberg } from '@/lib/stats/benjamini-hochberg';
import { normalTwoSidedPValue, Z_95 } from '@/lib/stats/normal';

/** How each metric is summed up. */
export const kindOfMetric: Record<AlertMetric, ScoreKind> = { nps: 'nps', csat: 'topTwo', ces: 'mean' };

/** A metric over two stretches of the same length. */
export interface ComparedScore {
  metric: AlertMetric;
  now: Days;
  before: Days;
  report: Pick<ScoreReport, 'score' | 'before' | 'change'>;
}

export interface ScoreFinding {
  metric: AlertMetric;
  pValue: number;
  qValue: number;
  details: ScoreDetails;
}

/** The scores that changed more than chance explains, with Benjamini-Hochberg over those with enough answers in both stretches. */
export function judgeScores(
  compared: readonly ComparedScore[],
  { minimumAnswers, qValue: qThreshold }: RuleParameters<'score_change'>,
): ScoreFinding[] {
  const tested = compared.flatMap(({ report: { score, before, change }, ...rest }) =>
    score && before && change && Math.min(score.n, before.n) >= minimumAnswers
      ? [{ ...rest, score, scoreBefore: before, change, pValue: changePValue(change) }]
      : [],
  );
  const qValues = adjustBenjaminiHochberg(tested.map(({ pValue }) => pValue));
  return tested.flatMap(({ metric, now, before, score, scoreBefore, change, pValue }, position) => {
    const qValue = qValues[position] ?? 1;
    if (qValue >= qThreshold) return [];
    const details: ScoreDetails = {
      method: 'score_test',
      metric,
      now,
      before,
      value: score.value,
      valueBefore: scoreBefore.value,
      answers: score.n,
      answersBefore: scoreBefore.n,
      change: change.change,
      low: change.interval.low,
      high: change.interval.high,
      minimumAnswers,
      qThreshold,
      metrics: tested.length,
    };
    return [{ metric, pValue, qValue, details }];
  });
}

/**
 * Two-sided p value that a 95 % interval of a change stands for, on the side that looks towards 0: the same interval that
 * every screen shows decides. For NPS it is that of `computeNpsChange`, but for rounding.
 */
export function changePValue({
  change,
  interval: { low, high },
}: Pick<ScoreChange, 'change' | 'interval'>): number {
  const margin = change > 0 ? change - low : high - change;
  if (margin <= 0) return change === 0 ? 1 : 0;
  return normalTwoSidedPValue((Z_95 * change) / margin);
}
