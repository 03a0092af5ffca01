/**
 * Benjamini-Hochberg adjusted p values (q values, 0..1), in the order given: calling everything below q = 0.05 a finding
 * keeps the expected share of false findings below 5 %. Source: R's `p.adjust(method = "BH")`.
 */
export function adjustBenjaminiHochberg(pValues: readonly number[]): number[] {
  const descending = pValues
    .map((pValue, index) => ({ pValue, index }))
    .sort((left, right) => right.pValue - left.pValue);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let smallest = 1;
  descending.forEach(({ pValue, index }, position) => {
    smallest = Math.min(smallest, (pValue * pValues.length) / (pValues.length - position));
    adjusted[index] = smallest;
  });
  return adjusted;
}
