import type { ConfidenceCurve } from '../polarity/confidence-curve';

/** A label given to a text whose true label is known. */
export interface Judgement {
  /** The chance that the model gave to its label. */
  chance: number;
  isRight: boolean;
  weight: number;
}

const BINS = 12;
const DECIMALS = 1000;

/** Fits how often labels are right by their chance: twelve bins of like weight, made to rise by pooling neighbours. */
export const fitConfidence = (judgements: readonly Judgement[]): ConfidenceCurve =>
  toCurve(poolByChance(judgements), (share) => share);

/** As {@link fitConfidence}, but no share is above the given one. */
export const fitLimitedConfidence = (judgements: readonly Judgement[], most: number): ConfidenceCurve =>
  toCurve(poolByChance(judgements), (share) => Math.min(share, most));

/** Judgements with like chances, summed up by weight. */
interface Pool {
  weight: number;
  chance: number;
  right: number;
}

/** Twelve bins of like weight in the order of their chances, made to rise by pooling neighbours. */
function poolByChance(judgements: readonly Judgement[]): Pool[] {
  const sorted = [...judgements].sort((a, b) => a.chance - b.chance);
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  const bins: Pool[] = [];
  let seen = 0;
  for (const { chance, isRight, weight } of sorted) {
    const at = Math.min(BINS - 1, Math.floor((seen / total) * BINS));
    bins[at] ??= { weight: 0, chance: 0, right: 0 };
    const bin = bins[at];
    bin.weight += weight;
    bin.chance += weight * chance;
    bin.right += isRight ? weight : 0;
    seen += weight;
  }
  const pools: Pool[] = [];
  for (const bin of bins.filter(Boolean)) {
    let last = { ...bin };
    for (
      let before = pools.at(-1);
      before && before.right / before.weight >= last.right / last.weight;
      before = pools.at(-1)
    ) {
      last = {
        weight: before.weight + last.weight,
        chance: before.chance + last.chance,
        right: before.right + last.right,
      };
      pools.pop();
    }
    pools.push(last);
  }
  return pools;
}

const toCurve = (pools: readonly Pool[], limit: (share: number) => number): ConfidenceCurve => ({
  chances: pools.map(({ chance, weight }) => round(chance / weight)),
  shares: pools.map(({ right, weight }) => round(limit(right / weight))),
});

const round = (value: number): number => Math.round(value * DECIMALS) / DECIMALS;
