import { compareIds } from '@/lib/impact/compare-ids';

/** How much each component counts; 0 or more, not all 0. */
export interface PriorityWeights {
  frequency: number;
  churn: number;
  impact: number;
}

/** Weights a workspace can choose from. */
export const PRIORITY_PRESETS = {
  balanced: { frequency: 1, churn: 1, impact: 1 },
  loudest: { frequency: 3, churn: 1, impact: 1 },
  churnFirst: { frequency: 1, churn: 3, impact: 1 },
  revenueFirst: { frequency: 1, churn: 1, impact: 3 },
} as const satisfies Record<string, PriorityWeights>;

/** The raw values of a theme's components. */
export interface PriorityValues {
  themeId: string;
  /** Distinct accounts, the recent ones counting most. */
  frequency: number;
  /** Share of the churn with the theme that goes with it x certainty, below 1: see `churn-value.ts`. */
  churn: number;
  /** Known exposed ARR x strategic weight, in major units of the currency, as the row shows it. */
  impact: number;
}

/** A ranked theme; scores are 0..100. */
export interface Priority {
  themeId: string;
  /** From 1 on. */
  rank: number;
  priorityScore: number;
  frequencyScore: number;
  /** Null where no churn is known, or no month can be compared, and the component is dropped. */
  churnScore: number | null;
  /** Null where no account of the workspace has a known ARR and the component is dropped. */
  impactScore: number | null;
}

/** What the workspace knows at all; a component that rests on nothing is dropped. */
export interface KnownComponents {
  /** Some account has a churn date, and there are months to compare. */
  hasChurn: boolean;
  /** Some account has a known ARR. */
  hasArr: boolean;
}

/** Frequency on the scale 0..100: 100 x log1p(value) / log1p(largest); 0 for values of 0 and below. */
export function scaleFrequency(value: number, largest: number): number {
  return value <= 0 ? 0 : (100 * Math.log1p(value)) / Math.log1p(largest);
}

/**
 * Impact on the scale 0..100: 100 x sqrt(value / largest), the same in whatever currency; 0 for values of 0 and below. A
 * logarithm would depend on the unit, and hardly tell a hundredth of the largest from the largest.
 */
export function scaleImpact(value: number, largest: number): number {
  return value <= 0 ? 0 : 100 * Math.sqrt(value / largest);
}

/** The values that have a score of 100. */
export type LargestValues = Pick<PriorityValues, 'frequency' | 'impact'>;

/** The largest frequency and impact among the themes shown, at least 0. Churn has a scale of its own. */
export function findLargestValues(themes: readonly PriorityValues[]): LargestValues {
  const largest = { frequency: 0, impact: 0 };
  for (const theme of themes) {
    largest.frequency = Math.max(largest.frequency, theme.frequency);
    largest.impact = Math.max(largest.impact, theme.impact);
  }
  return largest;
}

/**
 * Ranks themes by priority (0..100), the weighted mean of their scaled components. The largest frequency and the largest
 * impact under the current filter have 100; churn is 100 x its value, whatever the others have. Equal priorities are ordered
 * by theme id. Where churn is not known the component is dropped, not counted as 0, and so is impact without any known
 * ARR; where none is left that counts, every priority is 0.
 * @throws RangeError when a weight is negative or none is above 0.
 */
export function rankPriorities(
  themes: readonly PriorityValues[],
  weights: PriorityWeights,
  { hasChurn, hasArr }: KnownComponents,
): Priority[] {
  const all = [weights.frequency, weights.churn, weights.impact];
  if (!(Math.min(...all) >= 0 && Math.max(...all) > 0)) {
    throw new RangeError('weights must be 0 or more, and one of them above 0');
  }
  const churnWeight = hasChurn ? weights.churn : 0;
  const impactWeight = hasArr ? weights.impact : 0;
  const weightSum = weights.frequency + churnWeight + impactWeight;
  const tops = findLargestValues(themes);
  return themes
    .map((theme) => {
      const frequencyScore = scaleFrequency(theme.frequency, tops.frequency);
      const churnScore = 100 * Math.max(0, theme.churn);
      const impactScore = scaleImpact(theme.impact, tops.impact);
      const sum = weights.frequency * frequencyScore + churnWeight * churnScore + impactWeight * impactScore;
      return {
        themeId: theme.themeId,
        rank: 0,
        priorityScore: weightSum === 0 ? 0 : sum / weightSum,
        frequencyScore,
        churnScore: hasChurn ? churnScore : null,
        impactScore: hasArr ? impactScore : null,
      };
    })
    .sort(
      (left, right) => right.priorityScore - left.priorityScore || compareIds(left.themeId, right.themeId),
    )
    .map((priority, position) => ({ ...priority, rank: position + 1 }));
}
