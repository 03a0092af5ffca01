import type { ScoreComponent } from '@/components/charts/score-components';
import type { Priority, PriorityWeights } from '@/lib/impact/priority';

/** The three things a priority is made of, as people call them. */
export const COMPONENT_LABELS: [string, string, string] = ['Frequency', 'Churn', 'Revenue'];

/** A priority taken apart: what each component adds, and the most it could; they add up to the priority. */
export function splitPriority(
  { frequencyScore, churnScore, impactScore }: Omit<Priority, 'themeId' | 'rank'>,
  weights: PriorityWeights,
): [ScoreComponent, ScoreComponent, ScoreComponent] {
  const churnWeight = churnScore === null ? 0 : weights.churn;
  const impactWeight = impactScore === null ? 0 : weights.impact;
  const sum = weights.frequency + churnWeight + impactWeight;
  const part = (label: string, weight: number, score: number): ScoreComponent => ({
    label,
    points: sum === 0 ? 0 : (weight * score) / sum,
    maxPoints: sum === 0 ? 0 : (100 * weight) / sum,
  });
  return [
    part(COMPONENT_LABELS[0], weights.frequency, frequencyScore),
    part(COMPONENT_LABELS[1], churnWeight, churnScore ?? 0),
    part(COMPONENT_LABELS[2], impactWeight, impactScore ?? 0),
  ];
}
