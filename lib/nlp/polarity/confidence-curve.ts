/** A rising line through points: how often a label was right at a given chance of the model. */
export interface ConfidenceCurve {
  chances: readonly number[];
  /** As many as chances, in the same order; never falling. */
  shares: readonly number[];
}

/** How likely a label is right to which the model gives this chance, 0..1; flat beyond both ends of the curve. */
export function readConfidence({ chances, shares }: ConfidenceCurve, chance: number): number {
  const above = chances.findIndex((known) => known >= chance);
  if (above === -1) return shares.at(-1) ?? chance;
  const high = shares[above] ?? chance;
  const from = chances[above - 1];
  const to = chances[above];
  if (from === undefined || to === undefined) return high;
  const low = shares[above - 1] ?? high;
  return low + ((high - low) * (chance - from)) / (to - from);
}
