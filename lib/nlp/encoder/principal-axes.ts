import { makeRandom } from '@/lib/core/random';

const ROUNDS = 40;
const SEED = 1;
/** Less than this is rounding: the vectors vary along fewer axes than were asked for, and the rest are zero. */
const TINY = 1e-9;

/**
 * The axes along which vectors vary most (principal component analysis of centred vectors, by orthogonal iteration of
 * their covariance), the strongest first.
 */
export function findPrincipalAxes(vectors: readonly Float64Array[], count: number): Float64Array[] {
  const width = vectors[0]?.length ?? 0;
  const covariance = Array.from({ length: width }, () => new Float64Array(width));
  for (const vector of vectors) {
    for (let row = 0; row < width; row++) {
      const value = vector[row] ?? 0;
      const line = covariance[row] ?? new Float64Array();
      for (let column = 0; column < width; column++) {
        line[column] = (line[column] ?? 0) + value * (vector[column] ?? 0);
      }
    }
  }
  const random = makeRandom(SEED);
  let axes: Float64Array[] = Array.from({ length: count }, () =>
    Float64Array.from({ length: width }, () => random() - 0.5),
  );
  for (let round = 0; round < ROUNDS; round++) {
    axes = orthonormalise(axes.map((axis) => Float64Array.from(covariance, (line) => dot(line, axis))));
  }
  return axes;
}

/** Gram-Schmidt. */
function orthonormalise(axes: Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const axis of axes) {
    const before = Math.sqrt(dot(axis, axis));
    for (const other of done) {
      const share = dot(axis, other);
      for (let index = 0; index < axis.length; index++)
        axis[index] = (axis[index] ?? 0) - share * (other[index] ?? 0);
    }
    const length = Math.sqrt(dot(axis, axis));
    const isNew = length > TINY * before && length > 0;
    done.push(axis.map((value) => (isNew ? value / length : 0)));
  }
  return done;
}

/** The inner product. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
