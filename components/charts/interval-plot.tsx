import type { ReactNode } from 'react';
import { Estimate } from '@/components/ui/estimate';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatNumber } from '@/lib/core/format';
import { type LogScale, makeLogScale } from './log-scale';

export type IntervalRow = {
  key: string;
  label: string;
  href?: string;
  estimate: number;
  low: number;
  high: number;
  note?: ReactNode;
};

type Props = {
  caption: string;
  rows: IntervalRow[];
  /** What the first column and the numbers are, e.g. "Theme" and "Risk ratio". */
  rowHeader: string;
  valueHeader: string;
  /** What lies on either side of 1, e.g. "less churn" and "more churn". */
  below: string;
  above: string;
};

/**
 * Ratios with their 95 % intervals on a logarithmic scale, about the line of no difference. It is a table with a
 * picture in one of its columns, so nothing needs describing twice. Filled points are clear of that line.
 */
export function IntervalPlot({ caption, rows, rowHeader, valueHeader, below, above }: Props) {
  const scale = makeLogScale(rows.flatMap((row) => [row.low, row.estimate, row.high]));
  const columns: Column<IntervalRow>[] = [
    {
      key: 'label',
      header: rowHeader,
      className: 'min-w-28 align-middle',
      cell: (row) => (row.href ? <TextLink href={row.href}>{row.label}</TextLink> : row.label),
    },
    {
      key: 'plot',
      header: `${below} · 1 · ${above}`,
      className: 'w-1/2 min-w-40 text-center align-middle',
      cell: (row) => <Whisker row={row} scale={scale} />,
    },
    {
      key: 'value',
      header: valueHeader,
      align: 'right',
      className: 'align-middle',
      cell: (row) => (
        <Estimate
          value={row.estimate}
          low={row.low}
          high={row.high}
          format={{ kind: 'decimal', digits: 2 }}
          stacked
        />
      ),
    },
    ...(rows.some((row) => row.note)
      ? [{ key: 'note', header: '', cell: (row: IntervalRow) => row.note } satisfies Column<IntervalRow>]
      : []),
  ];
  return (
    <div>
      <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.key} />
      <p className="px-4 py-2 text-sm text-ink-mute">
        Logarithmic scale from {formatNumber(scale.low, 3)} to {formatNumber(scale.high)}. A filled point is
        clear of 1, a hollow one is not.
      </p>
    </div>
  );
}

function Whisker({ row, scale }: { row: IntervalRow; scale: LogScale }) {
  const at = (value: number) => `${4 + scale.position(value) * 92}%`;
  const clear = row.low > 1 || row.high < 1;
  return (
    <svg aria-hidden="true" className="block h-5 w-full" width="100%" height="20">
      {scale.ticks.map((tick) => (
        <line
          key={tick}
          x1={at(tick)}
          x2={at(tick)}
          y1="0"
          y2="20"
          className={tick === 1 ? 'stroke-line-strong' : 'stroke-line'}
        />
      ))}
      <line x1={at(row.low)} x2={at(row.high)} y1="10" y2="10" className="stroke-series-1" strokeWidth="2" />
      {[row.low, row.high].map((end, index) => (
        <line
          key={index === 0 ? 'low' : 'high'}
          x1={at(end)}
          x2={at(end)}
          y1="6"
          y2="14"
          className="stroke-series-1"
          strokeWidth="2"
        />
      ))}
      <circle
        cx={at(row.estimate)}
        cy="10"
        r="4.5"
        strokeWidth="2"
        className={clear ? 'fill-series-1 stroke-series-1' : 'fill-surface stroke-series-1'}
      />
    </svg>
  );
}
