const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

/** From here on the tail's continued fraction is used; below it the series, which loses no digits there. */
const TAIL_START = 2.5;

/** At TAIL_START, its slowest place, the continued fraction is exact to double precision well before this depth. */
const FRACTION_DEPTH = 120;

function density(z: number): number {
  return Math.exp((-z * z) / 2) / SQRT_TWO_PI;
}

/** Area between 0 and z as a series of positive terms. Source: Marsaglia, Evaluating the Normal Distribution, 2004. */
function areaFromZero(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; sum + term !== sum; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum * density(z);
}

/**
 * Probability that a standard normal variable exceeds z; keeps its relative accuracy far out (z = 8 gives 6e-16, not 0).
 * Source of the tail: Laplace's continued fraction, Abramowitz & Stegun 26.2.14.
 */
export function normalUpperTail(z: number): number {
  if (z < 0) return 1 - normalUpperTail(-z);
  if (z < TAIL_START) return 0.5 - areaFromZero(z);
  let fraction = z;
  for (let depth = FRACTION_DEPTH; depth > 0; depth--) fraction = z + depth / fraction;
  return density(z) / fraction;
}

/** Probability that a standard normal variable is at most z. */
export function normalCdf(z: number): number {
  return normalUpperTail(-z);
}

/** Two-sided p value of a standard normal test statistic. */
export function normalTwoSidedPValue(z: number): number {
  return Math.min(1, 2 * normalUpperTail(Math.abs(z)));
}

/**
 * The z below which a standard normal variable falls with this probability (0 < probability < 1).
 * A rough start (Abramowitz & Stegun 26.2.23, error below 4.5e-4) is polished to full precision by Halley's method.
 * @throws RangeError outside 0..1, bounds excluded.
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`a probability between 0 and 1 is needed, not ${probability}`);
  }
  if (probability > 0.5) return -normalQuantile(1 - probability);
  const root = Math.sqrt(-2 * Math.log(probability));
  const numerator = 2.515517 + root * (0.802853 + root * 0.010328);
  const denominator = 1 + root * (1.432788 + root * (0.189269 + root * 0.001308));
  let z = numerator / denominator - root;
  for (let round = 0; round < 3; round++) {
    const step = (normalCdf(z) - probability) / density(z);
    z -= step / (1 + (z * step) / 2);
  }
  return z;
}

/** The z of every two-sided 95 % interval: 1.96, in full. */
export const Z_95 = normalQuantile(0.975);
