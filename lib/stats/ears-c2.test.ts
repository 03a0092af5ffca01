import { expect, test } from 'vitest';
import { computeEarsC2 } from '@/lib/stats/ears-c2';
import { expectClose, readReference } from '@/lib/stats/testing/reference';

interface Case {
  counts: number[];
  firstIndex: number;
  upperBound: number[];
  alarm: boolean[];
}

test('bounds and alarms agree with the reference', () => {
  for (const { counts, firstIndex, upperBound, alarm } of readReference<Case>('ears_c2')) {
    const points = computeEarsC2(counts, { minimumCount: 0 });
    upperBound.forEach((bound, offset) => {
      const point = points[firstIndex - 1 + offset];
      expectClose(point?.upperBound, bound);
      expect(point?.isAlarm).toBe(alarm[offset]);
      expect(point !== null && point !== undefined && point.pValue < 0.001).toBe(alarm[offset]);
    });
  }
});

test('the first nine points have no baseline', () => {
  const points = computeEarsC2(new Array(10).fill(2));
  expect(points.slice(0, 9)).toEqual(new Array(9).fill(null));
  expect(points[9]).toEqual({ upperBound: 2, pValue: 1, isAlarm: false });
});

test('after silence three mentions are an alarm, two are not', () => {
  const silence = new Array<number>(9).fill(0);
  expect(computeEarsC2([...silence, 2]).at(-1)).toEqual({ upperBound: 0, pValue: 0, isAlarm: false });
  expect(computeEarsC2([...silence, 3]).at(-1)).toEqual({ upperBound: 0, pValue: 0, isAlarm: true });
});
