/** Gives the value at a point and writes the gradient there. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

const MEMORY = 8;
const ENOUGH_DESCENT = 1e-4;
const MOST_HALVINGS = 20;
const FLAT = 1e-7;

interface Move {
  step: Float64Array;
  change: Float64Array;
  curvature: number;
}

/**
 * Finds the minimum of a smooth convex function by L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.5)
 * with step halving, from zero. Deterministic.
 */
export function minimise(objective: Objective, size: number, iterations: number): Float64Array {
  let point = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = objective(point, gradient);
  const moves: Move[] = [];
  for (let iteration = 0; iteration < iterations; iteration++) {
    const direction = chooseDirection(gradient, moves);
    const slope = dot(direction, gradient);
    if (slope > -FLAT * FLAT) break;
    let length = iteration === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
    let next = point;
    let nextGradient = new Float64Array(size);
    let nextValue = Number.POSITIVE_INFINITY;
    for (let halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
      next = point.map((at, index) => at + length * (direction[index] ?? 0));
      nextGradient = new Float64Array(size);
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + ENOUGH_DESCENT * length * slope) break;
    }
    if (!(nextValue < value)) break;
    const step = next.map((at, index) => at - (point[index] ?? 0));
    const change = nextGradient.map((at, index) => at - (gradient[index] ?? 0));
    const curvature = dot(step, change);
    if (curvature > 0) moves.push({ step, change, curvature });
    if (moves.length > MEMORY) moves.shift();
    const isFlat = value - nextValue < FLAT * Math.abs(nextValue);
    point = next;
    gradient = nextGradient;
    value = nextValue;
    if (isFlat) break;
  }
  return point;
}

/** Downhill, bent by what the last moves told of the curvature. */
function chooseDirection(gradient: Float64Array, moves: readonly Move[]): Float64Array {
  const direction = gradient.map((value) => -value);
  const shares: number[] = [];
  for (const { step, change, curvature } of moves.toReversed()) {
    const share = dot(step, direction) / curvature;
    shares.push(share);
    add(direction, change, -share);
  }
  const last = moves.at(-1);
  if (last) {
    const scale = last.curvature / dot(last.change, last.change);
    for (let index = 0; index < direction.length; index++) direction[index] = (direction[index] ?? 0) * scale;
  }
  for (const { step, change, curvature } of moves) {
    add(direction, step, (shares.pop() ?? 0) - dot(change, direction) / curvature);
  }
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let index = 0; index < to.length; index++) to[index] = (to[index] ?? 0) + times * (what[index] ?? 0);
}
