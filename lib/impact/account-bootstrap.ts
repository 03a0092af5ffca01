import { makeRandom, type RandomSource } from '@/lib/core/random';
import type { ChurnAssociations } from '@/lib/impact/churn-association';
import { makeRatioEstimator } from '@/lib/impact/ratio-estimator';
import { adjustBenjaminiHochberg } from '@/lib/stats/benjamini-hochberg';
import { normalTwoSidedPValue } from '@/lib/stats/normal';
import { computeSpread, type ShrunkEstimate, shrinkEstimate } from '@/lib/stats/shrinkage';

/** How many replicates intervals and rank stability rest on. */
export const DEFAULT_REPLICATES = 200;

/** One bootstrap replicate: the data as if the accounts had been drawn again, with replacement. */
export interface Replicate {
  /** How often each unit was drawn: the accounts of the panel by position, then the other units. */
  weights: Float64Array;
  /** The shrunk log risk ratio of each theme, in the order of the associations. */
  churn: readonly DrawnEstimate[];
}

/** A theme's churn association in a replicate. */
export interface DrawnEstimate extends ShrunkEstimate {
  /**
   * Benjamini-Hochberg over the themes of the replicate, of the ratio's two-sided normal test: the CMH test would need every
   * stratum's variance again in every replicate. Null without an estimate.
   */
  qValue: number | null;
}

/**
 * Bootstrap over accounts (and `otherUnits` contacts without one): each replicate draws as many units as there are, and
 * estimates and shrinks every theme's churn association again, by a spread that allows for drawn ratios carrying their
 * sampling error twice. A theme without an estimate in the data stays without one. The same seed gives the same replicates.
 */
export function drawReplicates(
  associations: ChurnAssociations,
  {
    replicates = DEFAULT_REPLICATES,
    seed = 1,
    otherUnits = 0,
  }: { replicates?: number; seed?: number; otherUnits?: number } = {},
): Replicate[] {
  const { index, themes } = associations;
  const random = makeRandom(seed);
  const units = index.panel.accountIds.length + otherUnits;
  const estimated = themes.filter((theme) => theme.estimate !== null);
  const estimateRatios = makeRatioEstimator(index, estimated);
  return Array.from({ length: replicates }, () => {
    const weights = drawWeights(units, random);
    const ratios = estimateRatios(weights);
    const drawn = estimated.flatMap(({ themeId }, position) => {
      const ratio = ratios[position];
      return ratio ? [{ themeId, ratio }] : [];
    });
    const spread = computeSpread(
      drawn.map(({ ratio }) => ratio),
      2,
    );
    const qValues = adjustBenjaminiHochberg(
      drawn.map(({ ratio }) => normalTwoSidedPValue(ratio.logRiskRatio / ratio.standardError)),
    );
    const churnOf = new Map(
      drawn.map(({ themeId, ratio }, position): [string, DrawnEstimate] => [
        themeId,
        { ...shrinkEstimate(ratio, spread), qValue: qValues[position] ?? null },
      ]),
    );
    const unknown = { ...shrinkEstimate(null, spread), qValue: null };
    return { weights, churn: themes.map(({ themeId }) => churnOf.get(themeId) ?? unknown) };
  });
}

function drawWeights(units: number, random: RandomSource): Float64Array {
  const weights = new Float64Array(units);
  for (let draw = 0; draw < units; draw++) {
    const unit = Math.floor(random() * units);
    weights[unit] = (weights[unit] ?? 0) + 1;
  }
  return weights;
}
