'use client';

import { AreaChart, type CustomTooltipProps } from '@tremor/react';
import { formatValue, type ValueFormat } from '@/components/ui/value-format';
import { INTERVAL_COLOURS, SERIES_COLOURS, type Series } from './chart-types';
import { PlotTooltip } from './plot-tooltip';
import { findLonePoints, hasInterval, pointScale, toPlotRows } from './time-series-rows';

export type TimeSeriesPlotProps = {
  series: Series[];
  format: ValueFormat;
  filled?: boolean;
  domain?: [number, number];
};

/** The picture of a TimeSeries. Loaded only in the browser, by lazy-plots. */
export default function TimeSeriesPlot({ series, format, filled, domain }: TimeSeriesPlotProps) {
  const intervals = series.flatMap((line, index) =>
    index < INTERVAL_COLOURS.length && hasInterval(line) ? [index] : [],
  );
  const lone = findLonePoints(series);
  const [low, high] = domain ?? (format.kind === 'points' ? pointScale(series) : []);
  const names = Object.fromEntries([
    ...series.map((line, index) => [`line${index}`, line.label]),
    ...intervals.map((index) => [
      `interval${index}`,
      series.length === 1 ? '95% interval' : `${series[index]?.label}, 95%`,
    ]),
  ]);
  const Tooltip = (props: CustomTooltipProps) => <PlotTooltip {...props} names={names} format={format} />;
  return (
    <AreaChart
      className={filled ? 'plot h-60' : 'plot plot-lines h-60'}
      data={toPlotRows(series)}
      index="label"
      categories={[
        ...intervals.map((line) => `interval${line}`),
        ...series.map((_, line) => `line${line}`),
        ...lone.map(({ key }) => key),
      ]}
      colors={[
        ...intervals.map((line) => INTERVAL_COLOURS[line] ?? 'interval-1'),
        ...series.map((_, line) => SERIES_COLOURS[line] ?? 'series-1'),
        ...lone.map(({ line }) => SERIES_COLOURS[line] ?? 'series-1'),
      ]}
      valueFormatter={(value) => formatValue(value, format)}
      minValue={low}
      maxValue={high}
      // Counts and points are shown whole: halves, rounded, would stand at the axis twice.
      allowDecimals={format.kind !== 'count' && format.kind !== 'points'}
      customTooltip={Tooltip}
      showLegend={false}
      yAxisWidth={52}
      tickGap={24}
      padding={{ left: 8, right: 16 }}
    />
  );
}
