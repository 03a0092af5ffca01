/** What a q value says of an association, for people who do not read q values: one of three phrases, on every screen. */
export function describeChance(qValue: number): string {
  if (qValue < 0.01) return 'very unlikely to be chance';
  return qValue < 0.05 ? 'unlikely to be chance' : 'may be chance';
}

/** A small probability by its name: "q = 0.012", "q < 0.001". */
export function formatProbability(name: string, value: number): string {
  return value < 0.001 ? `${name} < 0.001` : `${name} = ${value.toFixed(3)}`;
}
