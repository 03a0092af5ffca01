import type { Replicate } from '@/lib/impact/account-bootstrap';
import { computeChurnValue } from '@/lib/impact/churn-value';
import {
  type KnownComponents,
  type PriorityValues,
  type PriorityWeights,
  rankPriorities,
} from '@/lib/impact/priority';

/** How sure a theme's place is: share (0..1) of the account bootstraps in which it stays in the top 5 and top 10. */
export interface RankStability {
  top5Share: number;
  top10Share: number;
}

/** What each unit adds to a theme's frequency and impact; units are the positions of `Replicate.weights`. */
export interface ThemeShares {
  themeId: string;
  frequency: readonly { unit: number; value: number }[];
  impact: readonly { unit: number; value: number }[];
}

/** Ranks the themes again in every replicate. `themes` in the order of the replicates' `churn`; null without replicates. */
export function computeRankStability(
  themes: readonly ThemeShares[],
  replicates: readonly Replicate[],
  weights: PriorityWeights,
  known: KnownComponents,
): Map<string, RankStability> | null {
  if (replicates.length === 0) return null;
  const inTop5 = new Map<string, number>();
  const inTop10 = new Map<string, number>();
  const columns = themes.map(({ frequency, impact }) => ({
    frequency: toColumns(frequency),
    impact: toColumns(impact),
  }));
  for (const replicate of replicates) {
    const values = themes.map(({ themeId }, position): PriorityValues => {
      const drawn = replicate.churn[position];
      const own = columns[position];
      return {
        themeId,
        frequency: own ? sumDrawn(own.frequency, replicate.weights) : 0,
        churn: drawn === undefined ? 0 : computeChurnValue(drawn.logRiskRatio, drawn.qValue),
        impact: own ? sumDrawn(own.impact, replicate.weights) : 0,
      };
    });
    for (const { themeId, rank } of rankPriorities(values, weights, known)) {
      if (rank <= 5) inTop5.set(themeId, (inTop5.get(themeId) ?? 0) + 1);
      if (rank <= 10) inTop10.set(themeId, (inTop10.get(themeId) ?? 0) + 1);
    }
  }
  return new Map(
    themes.map(({ themeId }) => [
      themeId,
      {
        top5Share: (inTop5.get(themeId) ?? 0) / replicates.length,
        top10Share: (inTop10.get(themeId) ?? 0) / replicates.length,
      },
    ]),
  );
}

interface ShareColumns {
  units: Int32Array;
  values: Float64Array;
}

function toColumns(shares: ThemeShares['frequency']): ShareColumns {
  const columns = { units: new Int32Array(shares.length), values: new Float64Array(shares.length) };
  for (const [place, { unit, value }] of shares.entries()) {
    columns.units[place] = unit;
    columns.values[place] = value;
  }
  return columns;
}

function sumDrawn({ units, values }: ShareColumns, weights: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < units.length; place++) {
    sum += (values[place] ?? 0) * (weights[units[place] ?? 0] ?? 0);
  }
  return sum;
}
