/** Mean over the true labels of the harmonic mean of precision and recall, 0..1. */
export function measureMacroF1(truth: readonly string[], predicted: readonly string[]): number {
  const labels = [...new Set(truth)];
  const f1 = labels.map((label) => {
    const hits = truth.filter((value, index) => value === label && predicted[index] === label).length;
    const labelled = truth.filter((value) => value === label).length;
    const named = predicted.filter((value) => value === label).length;
    return (2 * hits) / (labelled + named);
  });
  return f1.reduce((sum, value) => sum + value, 0) / labels.length;
}

/** How often a score of `higher` is above one of `lower` (area under the ROC curve; ties count half), 0..1. */
export function measureOrder(higher: readonly number[], lower: readonly number[]): number {
  const sorted = [...lower].sort((a, b) => a - b);
  const below = (value: number, orEqual: boolean): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const probe = sorted[middle] ?? 0;
      if (probe < value || (orEqual && probe === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const wins = higher.reduce((sum, value) => sum + (below(value, false) + below(value, true)) / 2, 0);
  return wins / (higher.length * lower.length);
}
