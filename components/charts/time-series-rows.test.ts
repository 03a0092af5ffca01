import { describe, expect, it } from 'vitest';
import { findLonePoints, hasInterval, pointScale, toPlotRows } from './time-series-rows';

const series = [
  {
    label: 'NPS v1.2',
    points: [
      { label: 'Jan', value: 31, low: 25, high: 37 },
      { label: 'Feb', value: null, low: null, high: null },
    ],
  },
  { label: 'CSAT', points: [{ label: 'Jan', value: 70 }] },
];

describe('toPlotRows', () => {
  it('keeps gaps as gaps, pairs intervals and fills a short line with gaps', () => {
    expect(toPlotRows(series)).toEqual([
      {
        label: 'Jan',
        ...{ line0: 31, interval0: [25, 37], line1: 70, interval1: null },
        ...{ lone0at0: 31, lone1at0: 70 },
      },
      { label: 'Feb', line0: null, interval0: null, line1: null, interval1: null },
    ]);
  });
  it('has no rows without lines', () => expect(toPlotRows([])).toEqual([]));
});

it('knows which line has an interval', () => {
  expect(series.map(hasInterval)).toEqual([true, false]);
});

const line = (...values: (number | null)[]) => ({
  label: 'NPS',
  points: values.map((value, index) => ({ label: String(index), value })),
});

it('finds the points that no line goes through', () => {
  expect(findLonePoints([line(54)])).toEqual([{ key: 'lone0at0', line: 0, row: 0 }]);
  expect(findLonePoints([line(null, 54, null, 10, 12), line(1, 2, null, null, 3)])).toEqual([
    { key: 'lone0at1', line: 0, row: 1 },
    { key: 'lone1at4', line: 1, row: 4 },
  ]);
});

describe('the scale of points', () => {
  it('has whole steps around a single value', () => {
    expect(pointScale([line(54)])).toEqual([50, 70]);
    expect(pointScale([line(100)])).toEqual([80, 100]);
    expect(pointScale([line(-100)])).toEqual([-100, -80]);
  });

  it('holds all values and their intervals, in four equal steps', () => {
    const wide = { label: 'NPS', points: [{ label: 'a', value: 12, low: -35, high: 60 }] };
    expect(pointScale([wide])).toEqual([-40, 80]);
    expect(pointScale([line(-98, 99)])).toEqual([-100, 100]);
    expect(pointScale([line(null)])).toEqual([-100, 100]);
    for (let value = -100; value <= 100; value++) {
      const [from, to] = pointScale([line(value, value / 2)]);
      expect((to - from) % 20).toBe(0);
      expect(Math.min(value, value / 2)).toBeGreaterThanOrEqual(from);
      expect(Math.max(value, value / 2)).toBeLessThanOrEqual(to);
    }
  });
});
