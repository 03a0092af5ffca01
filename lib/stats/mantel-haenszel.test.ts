import { expect, test } from 'vitest';
import { computeMantelHaenszel, type Stratum, testCochranMantelHaenszel } from '@/lib/stats/mantel-haenszel';
import { expectClose, readReference } from '@/lib/stats/testing/reference';

interface Case {
  strata: Stratum[];
  logRiskRatio: number | null;
  standardError: number | null;
  riskRatio: number | null;
  interval: [number | null, number | null];
  cmhChiSquare: number | null;
  cmhPValue: number | null;
}

function stratum(exposed: [number, number], unexposed: [number, number]): Stratum {
  return {
    exposedChurned: exposed[0],
    exposedTotal: exposed[1],
    unexposedChurned: unexposed[0],
    unexposedTotal: unexposed[1],
  };
}

test('estimate, error, interval and test agree with the reference, nulls included', () => {
  for (const expected of readReference<Case>('mantel_haenszel_risk_ratio')) {
    const estimate = computeMantelHaenszel(expected.strata);
    expectClose(estimate?.riskRatio ?? null, expected.riskRatio);
    expectClose(estimate?.logRiskRatio ?? null, expected.logRiskRatio);
    expectClose(estimate?.standardError ?? null, expected.standardError);
    expectClose(estimate?.interval.low ?? null, expected.interval[0]);
    expectClose(estimate?.interval.high ?? null, expected.interval[1]);
    const cmh = testCochranMantelHaenszel(expected.strata);
    expectClose(cmh?.chiSquare ?? null, expected.cmhChiSquare);
    expectClose(cmh?.pValue ?? null, expected.cmhPValue, { floor: 0 });
  }
});

test('with the continuity correction the test agrees with what R documents for its UCBAdmissions', () => {
  const admissions = [
    stratum([512, 825], [89, 108]),
    stratum([353, 560], [17, 25]),
    stratum([120, 325], [202, 593]),
    stratum([138, 417], [131, 375]),
    stratum([53, 191], [94, 393]),
    stratum([22, 373], [24, 341]),
  ];
  const corrected = testCochranMantelHaenszel(admissions, { isCorrected: true });
  expect(corrected?.chiSquare).toBeCloseTo(1.4269, 4);
  expect(corrected?.pValue).toBeCloseTo(0.2323, 4);
});

test('an excess below half an account is not corrected past nothing', () => {
  const strata = [stratum([2, 20], [4, 41]), stratum([1, 10], [8, 80])];
  const plain = testCochranMantelHaenszel(strata);
  expect(plain?.chiSquare).toBeGreaterThan(0);
  expect(testCochranMantelHaenszel(strata, { isCorrected: true })).toEqual(plain);
});

test('a stratum with nobody exposed, or only exposed, changes nothing', () => {
  const strata = [stratum([4, 20], [3, 40]), stratum([2, 10], [5, 80])];
  const silent = [stratum([0, 0], [9, 50]), stratum([3, 9], [0, 0]), stratum([0, 0], [0, 0])];
  expect(computeMantelHaenszel([...strata, ...silent])).toEqual(computeMantelHaenszel(strata));
  expect(testCochranMantelHaenszel([...strata, ...silent])).toEqual(testCochranMantelHaenszel(strata));
});

test('the estimate is undefined when one side has no churn, or there is nothing at all', () => {
  expect(computeMantelHaenszel([stratum([0, 20], [3, 40]), stratum([0, 10], [5, 80])])).toBeNull();
  expect(computeMantelHaenszel([stratum([2, 20], [0, 40])])).toBeNull();
  expect(computeMantelHaenszel([stratum([2, 20], [0, 0])])).toBeNull();
  expect(computeMantelHaenszel([])).toBeNull();
});

test('the test needs two strata and something that varies', () => {
  expect(testCochranMantelHaenszel([stratum([2, 20], [3, 40])])).toBeNull();
  expect(testCochranMantelHaenszel([stratum([0, 20], [0, 40]), stratum([5, 5], [7, 7])])).toBeNull();
  expect(testCochranMantelHaenszel([stratum([0, 1], [0, 0]), stratum([0, 0], [1, 1])])).toBeNull();
});

test('equal risks give a ratio of 1 and p = 1', () => {
  const strata = [stratum([2, 20], [4, 40]), stratum([1, 10], [8, 80])];
  expect(computeMantelHaenszel(strata)?.riskRatio).toBeCloseTo(1, 14);
  expect(testCochranMantelHaenszel(strata)?.pValue).toBe(1);
});
