/** Below this the recurrence lifts the argument; above it Stirling's series is exact to double precision. */
const STIRLING_START = 15;

/** Natural logarithm of the gamma function for x > 0. Source: Stirling's series, Abramowitz & Stegun 6.1.41. */
export function logGamma(x: number): number {
  let lifted = x;
  let product = 1;
  while (lifted < STIRLING_START) {
    product *= lifted;
    lifted += 1;
  }
  const inverseSquare = 1 / (lifted * lifted);
  const series =
    (1 / 12 -
      inverseSquare *
        (1 / 360 - inverseSquare * (1 / 1260 - inverseSquare * (1 / 1680 - inverseSquare / 1188)))) /
    lifted;
  return (
    (lifted - 0.5) * Math.log(lifted) - lifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product)
  );
}
