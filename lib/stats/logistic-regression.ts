/** Rows of numbers, one after the other: the value of column `j` in row `i` stands at `i * columns + j`. */
export interface DesignMatrix {
  columns: number;
  values: Float64Array;
}

export interface LogisticFit {
  /** Log odds where every column is 0. */
  intercept: number;
  /** Change of the log odds for one unit of each column. */
  coefficients: Float64Array;
  /** Of the intercept, then of each column, from the curvature where the last step began, as R has them. */
  standardErrors: Float64Array;
  iterations: number;
}

const MOST_ITERATIONS = 50;
const MOST_HALVINGS = 30;
const TOLERANCE = 1e-8;
/** What is left of a column once the others are taken out of it, below which it counts as made of them. */
const SINGULAR = 1e-11;

/**
 * Logistic regression by Newton's method: minimises -log likelihood + ridge/2 x sum of squared coefficients, the intercept
 * free. Without a ridge it is maximum likelihood, as R's `glm(family = binomial)`; a ridge of r is a normal prior with
 * standard deviation 1/sqrt(r) on each coefficient, and lets columns be collinear or separate the outcomes.
 * It starts and stops as R does; a step that does not lower the loss is halved. Source: Hastie, Tibshirani & Friedman 2009, 4.4.1 and 3.4.1.
 * @param outcomes 0 or 1, one for each row
 * @throws RangeError where the rows have one outcome only or, without a ridge, no single optimum.
 */
export function fitLogisticRegression(
  { columns, values }: DesignMatrix,
  outcomes: Uint8Array,
  { ridge = 0 }: { ridge?: number } = {},
): LogisticFit {
  const size = columns + 1;
  const events = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  if (events === 0 || events === outcomes.length) throw new RangeError('all outcomes are the same');
  let beta: Float64Array = new Float64Array(size);
  const first = derivativesAt(beta, startingWeights);
  beta = solveCholesky(factorCholesky(first.hessian, size), first.gradient, size);
  let loss = lossAt(beta);
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    const { gradient, hessian } = derivativesAt(beta, weightsAt);
    const factor = factorCholesky(hessian, size);
    const step = solveCholesky(factor, gradient, size);
    let scale = 1;
    let next = moveBy(beta, step, scale);
    let nextLoss = lossAt(next);
    for (let halving = 0; !(nextLoss <= loss) && halving < MOST_HALVINGS; halving++) {
      scale /= 2;
      next = moveBy(beta, step, scale);
      nextLoss = lossAt(next);
    }
    const isDone = !(loss - nextLoss > TOLERANCE * (Math.abs(loss) + 0.05));
    if (nextLoss <= loss) {
      beta = next;
      loss = nextLoss;
    }
    if (isDone) {
      const standardErrors = Float64Array.from({ length: size }, (_, column) => {
        const unit = new Float64Array(size);
        unit[column] = 1;
        return Math.sqrt(solveCholesky(factor, unit, size)[column] ?? Number.NaN);
      });
      return { intercept: beta[0] ?? 0, coefficients: beta.slice(1), standardErrors, iterations: iteration };
    }
  }
  throw new RangeError('the regression has no single optimum: the columns separate the outcomes');

  function lossAt(at: Float64Array): number {
    let sum = 0;
    for (let row = 0; row < outcomes.length; row++) {
      const eta = linearPredictor(at, values, row, columns);
      // log(1 + e^eta) - y eta, without overflow.
      sum += Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta))) - (outcomes[row] ?? 0) * eta;
    }
    for (let column = 1; column < size; column++) sum += (ridge / 2) * (at[column] ?? 0) ** 2;
    return sum;
  }

  function derivativesAt(
    at: Float64Array,
    weigh: (logOdds: number, outcome: number) => { weight: number; residual: number },
  ): { gradient: Float64Array; hessian: Float64Array } {
    const gradient = new Float64Array(size);
    const hessian = new Float64Array(size * size);
    const x = new Float64Array(size);
    x[0] = 1;
    for (let row = 0; row < outcomes.length; row++) {
      const { weight, residual } = weigh(linearPredictor(at, values, row, columns), outcomes[row] ?? 0);
      x.set(values.subarray(row * columns, (row + 1) * columns), 1);
      for (let i = 0; i < size; i++) {
        const xi = x[i] ?? 0;
        if (xi === 0) continue;
        gradient[i] = (gradient[i] ?? 0) + residual * xi;
        const weighted = weight * xi;
        for (let j = 0; j <= i; j++) {
          hessian[i * size + j] = (hessian[i * size + j] ?? 0) + weighted * (x[j] ?? 0);
        }
      }
    }
    for (let column = 1; column < size; column++) {
      gradient[column] = (gradient[column] ?? 0) - ridge * (at[column] ?? 0);
      hessian[column * size + column] = (hessian[column * size + column] ?? 0) + ridge;
    }
    return { gradient, hessian };
  }
}

/** Newton's: the variance of the outcome, and what is left of it. */
function weightsAt(logOdds: number, outcome: number): { weight: number; residual: number } {
  const chance = toChance(logOdds);
  return { weight: chance * (1 - chance), residual: outcome - chance };
}

/** Of R's first step, from chances of 3/4 where the event happened and 1/4 where not. */
function startingWeights(_: number, outcome: number): { weight: number; residual: number } {
  const away = Math.log(3) + 4 / 3;
  return { weight: 3 / 16, residual: (3 / 16) * (outcome === 1 ? away : -away) };
}

/** The probability (0..1) that log odds stand for. */
export function toChance(logOdds: number): number {
  return logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));
}

/** Log odds of one row of a matrix. */
export function logOddsOf(
  { intercept, coefficients }: Pick<LogisticFit, 'intercept' | 'coefficients'>,
  { columns, values }: DesignMatrix,
  row: number,
): number {
  let sum = intercept;
  for (let column = 0; column < columns; column++) {
    sum += (coefficients[column] ?? 0) * (values[row * columns + column] ?? 0);
  }
  return sum;
}

function linearPredictor(beta: Float64Array, values: Float64Array, row: number, columns: number): number {
  let sum = beta[0] ?? 0;
  for (let column = 0; column < columns; column++) {
    sum += (beta[column + 1] ?? 0) * (values[row * columns + column] ?? 0);
  }
  return sum;
}

function moveBy(from: Float64Array, step: Float64Array, scale: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(from, (value, index) => value + scale * (step[index] ?? 0));
}

/** The lower triangle L of a positive definite matrix = L L'. */
function factorCholesky(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (factor[i * size + k] ?? 0) * (factor[j * size + k] ?? 0);
      if (i !== j) factor[i * size + j] = sum / (factor[j * size + j] ?? 1);
      else if (sum > SINGULAR * (matrix[i * size + i] ?? 0)) factor[i * size + i] = Math.sqrt(sum);
      else throw new RangeError('the regression has no single optimum: its columns depend on each other');
    }
  }
  return factor;
}

function solveCholesky(factor: Float64Array, right: Float64Array, size: number): Float64Array {
  const solution = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) {
      solution[i] = (solution[i] ?? 0) - (factor[i * size + k] ?? 0) * (solution[k] ?? 0);
    }
    solution[i] = (solution[i] ?? 0) / (factor[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) {
      solution[i] = (solution[i] ?? 0) - (factor[k * size + i] ?? 0) * (solution[k] ?? 0);
    }
    solution[i] = (solution[i] ?? 0) / (factor[i * size + i] ?? 1);
  }
  return solution;
}
