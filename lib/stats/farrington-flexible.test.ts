import { expect, test } from 'vitest';
import { computeFarringtonFlexible, farringtonHistory } from '@/lib/stats/farrington-flexible';
import { expectClose, readReference } from '@/lib/stats/testing/reference';

interface Case {
  weeklyCounts: number[];
  firstIndex: number;
  upperBound: (number | null)[];
  alarm: boolean[];
}

test('bounds and alarms agree with the reference', () => {
  for (const { weeklyCounts, firstIndex, upperBound, alarm } of readReference<Case>('farrington_flexible')) {
    upperBound.forEach((bound, offset) => {
      const point = computeFarringtonFlexible(weeklyCounts, firstIndex - 1 + offset, { years: 4 });
      if (bound !== null) expectClose(point?.upperBound, bound, { relative: 1e-6 });
      expect(point?.isAlarm).toBe(alarm[offset]);
      if (bound !== null) expect((point?.pValue ?? 1) <= 0.01).toBe(alarm[offset]);
    });
  }
});

const weeks = farringtonHistory(3) + 1;
const season = (week: number) => Math.round(20 + 10 * Math.sin((2 * Math.PI * week) / 52));
const quiet = Array.from({ length: weeks }, (_, week) => season(week));

test('a season that comes every year is expected', () => {
  const last = weeks - 1;
  const point = computeFarringtonFlexible(quiet, last, { years: 3 });
  expect(point?.isAlarm).toBe(false);
  expect(Math.abs((point?.expected ?? 0) - season(last))).toBeLessThan(3);
  expect(point?.dispersion).toBe(1);
});

test('an outbreak a year ago hardly raises the bar', () => {
  const last = weeks - 1;
  const outbreak = quiet.map((count, week) => (week === last - 52 ? count + 80 : count));
  const [before, after] = [quiet, outbreak].map((counts) =>
    computeFarringtonFlexible(counts, last, { years: 3 }),
  );
  expect((after?.expected ?? 0) - (before?.expected ?? 0)).toBeLessThan(4);
});

test('too short a history says nothing, and few counts are no alarm', () => {
  expect(computeFarringtonFlexible(quiet, weeks - 2, { years: 3 })).toBeNull();
  expect(computeFarringtonFlexible(quiet, weeks, { years: 3 })).toBeNull();
  const silence = new Array<number>(weeks - 1).fill(0);
  const four = computeFarringtonFlexible([...silence, 4], weeks - 1, { years: 3 });
  expect(four).toMatchObject({ upperBound: 0, isAlarm: false });
  const five = computeFarringtonFlexible([...silence, 5], weeks - 1, { years: 3 });
  expect(five?.isAlarm).toBe(true);
  expect(five?.expected).toBeLessThan(0.001);
});

test('a trend counts only where it is no chance', () => {
  const last = weeks - 1;
  const rising = quiet.map((count, week) => Math.round(count * Math.exp(-(last - week) / 100)));
  // A year at the end that no longer rises keeps what is foretold within what was seen.
  const level = rising.map((count, week) => (week === last - 40 ? 60 : count));
  const strict = { years: 3, trendPValue: 0.05 };
  expect(computeFarringtonFlexible(level, last, strict)?.hasTrend).toBe(true);
  expect(computeFarringtonFlexible(quiet, last, strict)?.hasTrend).toBe(false);
  expect(computeFarringtonFlexible(level, last, { years: 2 })).toMatchObject({ hasTrend: false });
});
