import { expect, test } from 'vitest';
import { computeReliability, tenthOf } from '@/lib/stats/reliability';
import { expectClose, readReference } from '@/lib/stats/testing/reference';

const labels = (confidence: number, right: number, total: number) =>
  Array.from({ length: total }, (_, index) => ({ confidence, isRight: index < right }));

test('a confidence lies in one tenth of the scale, its upper end in the next', () => {
  expect([0, 0.05, 0.1, 0.55, 0.9, Math.fround(0.9), 0.999, 1].map(tenthOf)).toEqual([
    0, 0, 1, 5, 9, 9, 9, 9,
  ]);
});

test('each bin has its mean confidence, its share and its count', () => {
  const bins = computeReliability([...labels(0.92, 9, 10), ...labels(0.96, 5, 10), ...labels(0.4, 1, 4)]);
  expect(bins).toHaveLength(10);
  expect(bins[9]).toMatchObject({ tenth: 9, n: 20, right: 14, shareRight: 0.7 });
  expect(bins[9]?.meanConfidence).toBeCloseTo(0.94, 12);
  expect(bins[4]).toMatchObject({ n: 4, right: 1, meanConfidence: 0.4, shareRight: 0.25 });
});

test('the interval of a bin is the one of the reference', () => {
  const cases = readReference<{ successes: number; total: number; interval: [number, number] }>(
    'wilson_interval',
  );
  for (const { successes, total, interval } of cases.filter(({ total }) => total > 0 && total <= 5000)) {
    const bin = computeReliability(labels(0.75, successes, total))[7];
    expectClose(bin?.interval?.low, interval[0]);
    expectClose(bin?.interval?.high, interval[1]);
  }
});

test('an empty bin says nothing', () => {
  expect(computeReliability([])[3]).toEqual({
    tenth: 3,
    n: 0,
    right: 0,
    meanConfidence: null,
    shareRight: null,
    interval: null,
  });
});
