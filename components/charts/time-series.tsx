import type { ReactNode } from 'react';
import { Estimate } from '@/components/ui/estimate';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { ValueFormat } from '@/components/ui/value-format';
import { formatNumber } from '@/lib/core/format';
import { ChartFrame } from './chart-frame';
import { ChartLegend, type LegendEntry } from './chart-legend';
import { summarizeSeries } from './chart-summary';
import { INTERVAL_COLOURS, SERIES_COLOURS, type Series, type SeriesPoint } from './chart-types';
import { LazyTimeSeriesPlot } from './lazy-plots';
import { hasInterval } from './time-series-rows';

type Props = {
  title: string;
  description?: ReactNode;
  /** One to four lines with the same labels. Intervals are drawn for the first two. */
  series: Series[];
  format: ValueFormat;
  /** Fills the ground under the line: for volumes. */
  filled?: boolean;
  /** The ends of the scale, where they are fixed. */
  domain?: [number, number];
  /** What the labels are, where they are no times. */
  labelHeader?: string;
};

/** Numbers over time: lines with their 95 % intervals as a band, gaps where nothing is known. */
export function TimeSeries({ title, description, series, format, filled, domain, labelHeader }: Props) {
  const empty = series.every(({ points }) => points.every((point) => point.value === null));
  return (
    <ChartFrame
      title={title}
      description={description}
      summary={`${title}. ${summarizeSeries(series, format)}`}
      legend={<ChartLegend entries={legendOf(series)} />}
      empty={empty}
      table={<SeriesTable title={title} series={series} format={format} labelHeader={labelHeader} />}
    >
      <LazyTimeSeriesPlot series={series} format={format} filled={filled} domain={domain} />
    </ChartFrame>
  );
}

function legendOf(series: Series[]): LegendEntry[] {
  return series.flatMap((line, index) => [
    { label: line.label, colour: SERIES_COLOURS[index] ?? 'series-1', shape: 'line' as const },
    ...(index < INTERVAL_COLOURS.length && hasInterval(line)
      ? [
          {
            label: series.length === 1 ? '95% interval' : `${line.label}, 95% interval`,
            colour: INTERVAL_COLOURS[index] ?? 'interval-1',
            shape: 'band' as const,
          },
        ]
      : []),
  ]);
}

function SeriesTable({ title, series, format, labelHeader = 'When' }: Omit<Props, 'description'>) {
  const rows = series[0]?.points.map((point, index) => ({ label: point.label, index })) ?? [];
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'label', header: labelHeader, cell: (row) => row.label },
    ...series.flatMap((line, index) => {
      const value: Column<(typeof rows)[number]> = {
        key: `line${index}`,
        header: line.label,
        align: 'right',
        cell: (row) => <PointValue point={line.points[row.index]} format={format} />,
      };
      const count: Column<(typeof rows)[number]> = {
        key: `count${index}`,
        header: series.length === 1 ? 'n' : `n, ${line.label}`,
        align: 'right',
        cell: (row) => <PointCount point={line.points[row.index]} name={line.label} />,
      };
      return line.points.some((point) => point.n !== undefined) ? [value, count] : [value];
    }),
  ];
  return (
    <Table caption={`${title}, data`} hideCaption columns={columns} rows={rows} rowKey={(row) => row.label} />
  );
}

function PointValue({ point, format }: { point: SeriesPoint | undefined; format: ValueFormat }) {
  if (!point || point.value === null) return <span className="text-ink-mute">no data</span>;
  const { value, low, high, n, href, label } = point;
  const estimate = <Estimate value={value} low={low ?? undefined} high={high ?? undefined} format={format} />;
  // A point that is itself a count has no n beside it that would open its rows.
  if (n !== undefined || !href || value === 0) return estimate;
  return (
    <TextLink href={href}>
      {estimate}
      <span className="sr-only"> {label}</span>
    </TextLink>
  );
}

function PointCount({ point, name }: { point: SeriesPoint | undefined; name: string }) {
  if (point?.n === undefined) return null;
  const count = formatNumber(point.n);
  if (!point.href) return count;
  return (
    <TextLink href={point.href}>
      {count}
      <span className="sr-only">
        {' '}
        rows behind {name}, {point.label}
      </span>
    </TextLink>
  );
}
