import { expect, test } from 'vitest';
import type { NpsCounts } from '@/lib/stats/nps';
import { computeNpsChange, describeNpsChange, testNpsDifference } from '@/lib/stats/nps-change';
import { expectClose, readReference } from '@/lib/stats/testing/reference';

type Wave = [number, number, number];
interface Case {
  before: Wave;
  after: Wave;
  changePoints: number;
  z: number | null;
  pValue: number | null;
}

function toCounts([promoters, passives, detractors]: Wave): NpsCounts {
  return { promoters, passives, detractors };
}

test('the plain test agrees with the reference, the shown change with its points', () => {
  for (const { before, after, changePoints, z, pValue } of readReference<Case>('nps_change')) {
    const plain = testNpsDifference(toCounts(before), toCounts(after), 0);
    expectClose(plain?.z ?? null, z);
    expectClose(plain?.pValue ?? null, pValue, { floor: 0 });
    expectClose(computeNpsChange(toCounts(before), toCounts(after))?.changePoints, changePoints);
  }
});

test('test and interval never disagree', () => {
  let detectable = 0;
  for (let promoters = 0; promoters <= 40; promoters++) {
    const change = computeNpsChange(toCounts([10, 20, 10]), toCounts([promoters, 10, 40 - promoters]));
    const excludesZero = change !== null && (change.interval.low > 0 || change.interval.high < 0);
    expect(change?.isDetectable).toBe(excludesZero);
    expect(change !== null && change.pValue < 0.05).toBe(excludesZero);
    if (excludesZero) detectable++;
  }
  expect(detectable).toBeGreaterThan(5);
  expect(detectable).toBeLessThan(36);
});

test('a wave without answers has no change', () => {
  expect(computeNpsChange(toCounts([0, 0, 0]), toCounts([1, 2, 3]))).toBeNull();
  expect(computeNpsChange(toCounts([1, 2, 3]), toCounts([0, 0, 0]))).toBeNull();
});

test('two unanimous waves: the plain form cannot test, the adjusted one can', () => {
  expect(testNpsDifference(toCounts([5, 0, 0]), toCounts([8, 0, 0]), 0)).toBeNull();
  const opposite = computeNpsChange(toCounts([0, 0, 400]), toCounts([400, 0, 0]));
  expect(opposite?.changePoints).toBe(200);
  expect(opposite?.interval.high).toBe(200);
});

test('the words say which way, or that nothing can be told', () => {
  const describe = (before: Wave, after: Wave) => {
    const change = computeNpsChange(toCounts(before), toCounts(after));
    return change && describeNpsChange(change);
  };
  expect(describe([100, 100, 100], [200, 50, 50])).toBe('up 50 points');
  expect(describe([200, 50, 50], [100, 100, 100])).toBe('down 50 points');
  expect(describe([5, 5, 5], [6, 5, 4])).toBe('no detectable change');
  expect(describe([30_000, 40_000, 30_000], [31_000, 39_000, 30_000])).toBe('up 1 point');
});
