import { expect, test } from 'vitest';
import { computeFisherExact, type TwoByTwo } from '@/lib/stats/fisher-exact';
import { expectClose, readReference } from '@/lib/stats/testing/reference';

test('p values agree with the reference', () => {
  for (const { table, pValue } of readReference<{ table: TwoByTwo; pValue: number }>('fisher_exact')) {
    expectClose(computeFisherExact(table), pValue, { floor: 0 });
  }
});

test('the lady tasting tea', () => {
  expectClose(
    computeFisherExact([
      [3, 1],
      [1, 3],
    ]),
    34 / 70,
    { relative: 1e-12 },
  );
  expectClose(
    computeFisherExact([
      [4, 0],
      [0, 4],
    ]),
    2 / 70,
    { relative: 1e-12 },
  );
});

test('a table that cannot be otherwise has p = 1', () => {
  for (const table of [
    [
      [0, 0],
      [0, 0],
    ],
    [
      [0, 0],
      [3, 8],
    ],
    [
      [3, 8],
      [0, 0],
    ],
    [
      [0, 5],
      [0, 9],
    ],
    [
      [5, 0],
      [9, 0],
    ],
  ] as const) {
    expect(computeFisherExact(table)).toBe(1);
  }
});

test('rows and columns may be swapped, and large tables stay finite', () => {
  const pValue = computeFisherExact([
    [12, 90],
    [40, 700],
  ]);
  expectClose(
    computeFisherExact([
      [700, 40],
      [90, 12],
    ]),
    pValue,
    { relative: 1e-10 },
  );
  expectClose(
    computeFisherExact([
      [12, 40],
      [90, 700],
    ]),
    pValue,
    { relative: 1e-10 },
  );
  const large = computeFisherExact([
    [400, 9600],
    [800, 39_200],
  ]);
  expect(large).toBeGreaterThan(0);
  expect(large).toBeLessThan(1e-20);
});
