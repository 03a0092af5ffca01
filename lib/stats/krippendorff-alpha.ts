/**
 * Krippendorff's alpha for names without an order: agreement between any number of judges beyond what chance would
 * give. 1 is full agreement, 0 is chance, below 0 is worse than chance.
 *
 * @param units the labels given to each thing judged, one for each judge who gave one; a judge who gave none is left out
 * @returns null where nothing can differ: no unit with two labels, or a single name throughout
 *
 * Source: Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", sections B and C:
 * alpha = 1 - (n - 1) x sum over units of disagreeing pairs / (judges - 1), over disagreeing pairs among all n labels.
 */
export function computeKrippendorffAlpha(units: readonly (readonly string[])[]): number | null {
  const totals = new Map<string, number>();
  let labels = 0;
  let observed = 0;
  for (const unit of units) {
    if (unit.length < 2) continue;
    const counts = countNames(unit);
    for (const [name, count] of counts) {
      totals.set(name, (totals.get(name) ?? 0) + count);
      observed += (count * (unit.length - count)) / (unit.length - 1);
    }
    labels += unit.length;
  }
  let expected = 0;
  for (const count of totals.values()) expected += count * (labels - count);
  return expected === 0 ? null : 1 - ((labels - 1) * observed) / expected;
}

function countNames(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
