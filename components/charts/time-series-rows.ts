import type { Series } from './chart-types';

/**
 * A row as Recharts reads it: the label under `label`, line 2 under `line2`, its interval as a pair under `interval2`, and once
 * more under a key of its own where it is a lone point.
 */
export type PlotRow = { label: string; [key: string]: string | number | null | [number, number] };

/** Lines as rows, one for each label. Keys are positions, as a dot in a name would be read as a path. */
export function toPlotRows(series: Series[]): PlotRow[] {
  const lone = findLonePoints(series);
  const labels = series[0]?.points.map((point) => point.label) ?? [];
  return labels.map((label, row) => {
    const cells: PlotRow = { label };
    series.forEach(({ points }, line) => {
      const point = points[row];
      cells[`line${line}`] = point?.value ?? null;
      cells[`interval${line}`] =
        point && typeof point.low === 'number' && typeof point.high === 'number'
          ? [point.low, point.high]
          : null;
    });
    // A dot is drawn of what has one row alone, so no other row may even have the key.
    for (const { key, line, row: own } of lone) if (own === row) cells[key] = cells[`line${line}`] ?? null;
    return cells;
  });
}

/** Whether any point of a line says how sure it is. */
export function hasInterval({ points }: Series): boolean {
  return points.some((point) => typeof point.low === 'number' && typeof point.high === 'number');
}

/** A value with a gap on either side: no line goes through it, so it is drawn as a dot of its own. */
export interface LonePoint {
  key: string;
  line: number;
  row: number;
}

/** The lone points of all lines. A line through a point at least leaves none. */
export function findLonePoints(series: Series[]): LonePoint[] {
  const isKnown = ({ points }: Series, row: number) => typeof points[row]?.value === 'number';
  return series.flatMap((own, line) =>
    own.points.flatMap((_, row) =>
      isKnown(own, row) && !isKnown(own, row - 1) && !isKnown(own, row + 1)
        ? [{ key: `lone${line}at${row}`, line, row }]
        : [],
    ),
  );
}

/** Spans of a scale of points, each of four round steps. */
const POINT_SPANS = [20, 40, 80, 120, 160, 200];
const POINT_STEP = 10;
const MOST_POINTS = 100;

/** The ends of a scale of points, -100 to 100: whole steps even where one week is all there is, and intervals lie within. */
export function pointScale(series: Series[]): [number, number] {
  const values = series.flatMap(({ points }) =>
    points.flatMap(({ value, low, high }) =>
      [value, low, high].filter((each): each is number => typeof each === 'number'),
    ),
  );
  if (values.length === 0) return [-MOST_POINTS, MOST_POINTS];
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const start = Math.floor(lowest / POINT_STEP) * POINT_STEP;
  const span = POINT_SPANS.find((each) => start + each >= highest) ?? 2 * MOST_POINTS;
  const from = Math.max(-MOST_POINTS, Math.min(start, MOST_POINTS - span));
  return [from, from + span];
}
