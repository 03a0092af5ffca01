'use client';

import { BarChart, type CustomTooltipProps } from '@tremor/react';
import { formatValue, type ValueFormat } from '@/components/ui/value-format';
import { partColours, type StackedBar, type StackPart } from './chart-types';
import { PlotTooltip } from './plot-tooltip';

export type StackedBarsPlotProps = { parts: StackPart[]; bars: StackedBar[]; asShare: boolean };

/** The picture of StackedBars. Loaded only in the browser, by lazy-plots. */
export default function StackedBarsPlot({ parts, bars, asShare }: StackedBarsPlotProps) {
  const format: ValueFormat = { kind: asShare ? 'percent' : 'count' };
  const rows = bars.map(({ label, counts }) => {
    const whole = asShare ? counts.reduce((sum, count) => sum + count, 0) || 1 : 1;
    return { label, ...Object.fromEntries(counts.map((count, part) => [`part${part}`, count / whole])) };
  });
  const names = Object.fromEntries(parts.map((part, index) => [`part${index}`, part.label]));
  const Tooltip = (props: CustomTooltipProps) => <PlotTooltip {...props} names={names} format={format} />;
  return (
    <BarChart
      className="plot h-60"
      data={rows}
      index="label"
      categories={parts.map((_, index) => `part${index}`)}
      colors={partColours(parts)}
      valueFormatter={(value) => formatValue(value, format)}
      maxValue={asShare ? 1 : undefined}
      allowDecimals={asShare}
      customTooltip={Tooltip}
      showLegend={false}
      stack
      yAxisWidth={52}
      tickGap={16}
      barCategoryGap="18%"
      padding={{ left: 8, right: 8 }}
    />
  );
}
