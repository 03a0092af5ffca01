import { expect, it } from 'vitest';
import { fitLogisticRegression, logOddsOf, toChance } from '@/lib/stats/logistic-regression';
import { expectClose, readReference } from '@/lib/stats/testing/reference';

interface Case {
  x: number[][];
  y: number[];
  coefficients: number[];
  standardErrors: number[];
}

const matrixOf = (rows: number[][]) => ({
  columns: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
});

it('has the coefficients and standard errors of R’s glm', () => {
  for (const { x, y, coefficients, standardErrors } of readReference<Case>('logistic_regression')) {
    const fit = fitLogisticRegression(matrixOf(x), Uint8Array.from(y));
    const found = [fit.intercept, ...fit.coefficients];
    for (const [index, expected] of coefficients.entries()) {
      expectClose(found[index], expected, { relative: 1e-6 });
      expectClose(fit.standardErrors[index], standardErrors[index] ?? null, { relative: 1e-6 });
    }
  }
});

it('finds the point where the gradient of the penalised likelihood is nought', () => {
  const [{ x, y }] = readReference<Case>('logistic_regression') as [Case];
  const ridge = 7;
  const matrix = matrixOf(x);
  const fit = fitLogisticRegression(matrix, Uint8Array.from(y), { ridge });
  for (const [column, coefficient] of fit.coefficients.entries()) {
    const slope = x.reduce(
      (sum, row, index) =>
        sum + (row[column] ?? 0) * ((y[index] ?? 0) - toChance(logOddsOf(fit, matrix, index))),
      0,
    );
    expect(slope).toBeCloseTo(ridge * coefficient, 6);
  }
});

it('with a ridge it takes columns that are equal or that separate the outcomes', () => {
  const equal = fitLogisticRegression(
    matrixOf([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ]),
    Uint8Array.from([0, 1, 0, 1]),
    { ridge: 1 },
  );
  expect(equal.coefficients[0]).toBeCloseTo(equal.coefficients[1] ?? Number.NaN, 9);
  const apart = fitLogisticRegression(matrixOf([[-1], [-2], [1], [2]]), Uint8Array.from([0, 0, 1, 1]), {
    ridge: 0.1,
  });
  expect(apart.coefficients[0]).toBeGreaterThan(0);
});

it('says why there is nothing to fit', () => {
  expect(() => fitLogisticRegression(matrixOf([[1], [2]]), Uint8Array.from([1, 1]))).toThrow('all outcomes');
  expect(() =>
    fitLogisticRegression(
      matrixOf([
        [1, 1],
        [2, 2],
        [3, 3],
      ]),
      Uint8Array.from([0, 1, 0]),
    ),
  ).toThrow('depend on each other');
});
