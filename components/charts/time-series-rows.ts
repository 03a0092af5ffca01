import type { Series } from './chart-types';

/** A row as Recharts reads it: the label under `label`, line 2 under `line2`, its interval as a pair under `interval2`. */
export type PlotRow = { label: string; [key: string]: string | number | null | [number, number] };

/** Lines as rows, one for each label. Keys are positions, as a dot in a name would be read as a path. */
export function toPlotRows(series: Series[]): PlotRow[] {
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
    return cells;
  });
}

/** Whether any point of a line says how sure it is. */
export function hasInterval({ points }: Series): boolean {
  return points.some((point) => typeof point.low === 'number' && typeof point.high === 'number');
}
