/** Median wall time of a few rounds of some work, in milliseconds; what each round is prepared by is not in it. */
export async function medianTime(
  work: () => Promise<unknown>,
  rounds: number,
  prepare: () => Promise<unknown> = async () => {},
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await prepare();
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}
