import { describe, expect, it } from 'vitest';
import { hasInterval, toPlotRows } from './time-series-rows';

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
      { label: 'Jan', line0: 31, interval0: [25, 37], line1: 70, interval1: null },
      { label: 'Feb', line0: null, interval0: null, line1: null, interval1: null },
    ]);
  });
  it('has no rows without lines', () => expect(toPlotRows([])).toEqual([]));
});

it('knows which line has an interval', () => {
  expect(series.map(hasInterval)).toEqual([true, false]);
});
