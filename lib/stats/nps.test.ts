import { expect, test } from 'vitest';
import { Z_95 } from '@/lib/stats/normal';
import { computeNps, computeNpsMoments, countNps, type NpsCounts } from '@/lib/stats/nps';
import { expectClose, readReference } from '@/lib/stats/testing/reference';

type Case = NpsCounts & { npsPoints: number; wald: [number, number]; adjustedWald: [number, number] };

test('score and intervals agree with the reference', () => {
  for (const { npsPoints, wald, adjustedWald, ...counts } of readReference<Case>('nps_interval')) {
    const nps = computeNps(counts);
    expectClose(nps?.npsPoints, npsPoints);
    expectClose(nps?.interval.low, adjustedWald[0]);
    expectClose(nps?.interval.high, adjustedWald[1]);
    const { mean, variance } = computeNpsMoments(counts, 0);
    expectClose(Math.max(-100, 100 * (mean - Z_95 * Math.sqrt(variance))), wald[0]);
    expectClose(Math.min(100, 100 * (mean + Z_95 * Math.sqrt(variance))), wald[1]);
  }
});

test('scores are counted by the usual groups', () => {
  expect(countNps([0, 6, 7, 8, 9, 10, 10])).toEqual({ promoters: 3, passives: 2, detractors: 2 });
});

test('without answers there is no score', () => {
  expect(computeNps({ promoters: 0, passives: 0, detractors: 0 })).toBeNull();
});

test('a unanimous score is still uncertain, and its interval stays on the scale', () => {
  const unanimous = computeNps({ promoters: 3, passives: 0, detractors: 0 });
  expect(unanimous?.npsPoints).toBe(100);
  expect(unanimous?.interval.high).toBe(100);
  expect(unanimous?.interval.low).toBeLessThan(50);
  const angry = computeNps({ promoters: 0, passives: 0, detractors: 1 });
  expect(angry).toMatchObject({ npsPoints: -100, n: 1 });
  expect(angry?.interval.low).toBe(-100);
});
