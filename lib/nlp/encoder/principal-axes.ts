import { makeRandom } from '@/lib/core/random';

const ROUNDS = 40;
const SEED = 1;
/** Less than this is rounding: the vectors vary along fewer axes than were asked for, and the rest are zero. */
const TINY = 1e-9;
const AT_ONCE = 4;

/**
 * The axes along which vectors vary most (principal component analysis of centred vectors, by orthogonal iteration of
 * their covariance), the strongest first.
 */
export function findPrincipalAxes(vectors: readonly Float64Array[], count: number): Float64Array[] {
  const width = vectors[0]?.length ?? 0;
  const covariance = computeCovariance(vectors, width);
  const random = makeRandom(SEED);
  let axes: Float64Array[] = Array.from({ length: count }, () =>
    Float64Array.from({ length: width }, () => random() - 0.5),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const turned = axes.map(() => new Float64Array(width));
    covariance.forEach((line, row) => {
      const products = dotAll(axes, line);
      for (let axis = 0; axis < count; axis++) (turned[axis] ?? line)[row] = products[axis] ?? 0;
    });
    axes = orthonormalise(turned);
  }
  return axes;
}

/** Sums of the products of each two numbers of a vector, over all vectors. */
function computeCovariance(vectors: readonly Float64Array[], width: number): Float64Array[] {
  const covariance = Array.from({ length: width }, () => new Float64Array(width));
  const none = new Float64Array(width);
  for (let from = 0; from < vectors.length; from += AT_ONCE) {
    const [a = none, b = none, c = none, d = none] = vectors.slice(from, from + AT_ONCE);
    covariance.forEach((line, row) => {
      const [atA, atB, atC, atD] = [a[row] ?? 0, b[row] ?? 0, c[row] ?? 0, d[row] ?? 0];
      for (let column = row; column < width; column++) {
        line[column] =
          (line[column] ?? 0) +
          atA * (a[column] ?? 0) +
          atB * (b[column] ?? 0) +
          atC * (c[column] ?? 0) +
          atD * (d[column] ?? 0);
      }
    });
  }
  covariance.forEach((line, row) => {
    for (let column = 0; column < row; column++) line[column] = covariance[column]?.[row] ?? 0;
  });
  return covariance;
}

/** Gram-Schmidt: what an axis has in common with those before it is taken out of it, with one after the other. */
function orthonormalise(axes: readonly Float64Array[]): Float64Array[] {
  const lengths = axes.map((axis) => Math.sqrt(dot(axis, axis)));
  axes.forEach((axis, place) => {
    const length = Math.sqrt(dot(axis, axis));
    const isNew = length > TINY * (lengths[place] ?? 0) && length > 0;
    for (let index = 0; index < axis.length; index++) axis[index] = isNew ? (axis[index] ?? 0) / length : 0;
    const others = axes.slice(place + 1);
    const shares = dotAll(others, axis);
    others.forEach((other, at) => {
      const share = shares[at] ?? 0;
      for (let index = 0; index < axis.length; index++)
        other[index] = (other[index] ?? 0) - share * (axis[index] ?? 0);
    });
  });
  return [...axes];
}

/**
 * The inner products of vectors with another one. Four are added up side by side, which a processor does as fast as one; each in
 * the order of {@link dot}, so that they round alike.
 */
export function dotAll(vectors: readonly ArrayLike<number>[], other: ArrayLike<number>): Float64Array {
  const products = new Float64Array(vectors.length);
  for (let from = 0; from < vectors.length; from += AT_ONCE) {
    const [a = other, b = other, c = other, d = other] = vectors.slice(from, from + AT_ONCE);
    let [sumA, sumB, sumC, sumD] = [0, 0, 0, 0];
    for (let index = 0; index < other.length; index++) {
      const value = other[index] ?? 0;
      sumA += (a[index] ?? 0) * value;
      sumB += (b[index] ?? 0) * value;
      sumC += (c[index] ?? 0) * value;
      sumD += (d[index] ?? 0) * value;
    }
    products[from] = sumA;
    products[from + 1] = sumB;
    products[from + 2] = sumC;
    products[from + 3] = sumD;
  }
  return products;
}

/** The inner product. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
