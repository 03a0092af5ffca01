import type { ReactNode } from 'react';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatNumber, formatPercent } from '@/lib/core/format';
import { ChartFrame } from './chart-frame';
import { ChartLegend } from './chart-legend';
import { summarizeStack } from './chart-summary';
import { partColours, type StackedBar, type StackPart } from './chart-types';
import { LazyStackedBarsPlot } from './lazy-plots';

type Props = {
  title: string;
  description?: ReactNode;
  /** What each bar is made of, from the axis up. */
  parts: StackPart[];
  bars: StackedBar[];
  /** What each bar is, e.g. "Month". */
  barHeader: string;
  /** Bars of equal length that show shares, or bars as long as their counts. */
  as: 'share' | 'count';
};

/** Wholes and their parts side by side, such as the share of each sentiment by week. */
export function StackedBars({ title, description, parts, bars, barHeader, as }: Props) {
  const colours = partColours(parts);
  return (
    <ChartFrame
      title={title}
      description={description}
      summary={`${title}. ${summarizeStack(parts, bars)}`}
      legend={
        <ChartLegend
          entries={parts.map((part, index) => ({
            label: part.label,
            colour: colours[index] ?? 'series-1',
            shape: 'block',
          }))}
        />
      }
      empty={bars.every((bar) => bar.counts.every((count) => count === 0))}
      table={<BarsTable title={title} parts={parts} bars={bars} barHeader={barHeader} />}
    >
      <LazyStackedBarsPlot parts={parts} bars={bars} asShare={as === 'share'} />
    </ChartFrame>
  );
}

function BarsTable({ title, parts, bars, barHeader }: Omit<Props, 'as' | 'description'>) {
  const wholeOf = (bar: StackedBar) => bar.counts.reduce((sum, count) => sum + count, 0);
  const columns: Column<StackedBar>[] = [
    { key: 'label', header: barHeader, cell: (bar) => bar.label },
    ...parts.map(
      (part, index): Column<StackedBar> => ({
        key: part.label,
        header: part.label,
        align: 'right',
        cell: (bar) => (
          <CountAndShare
            count={bar.counts[index] ?? 0}
            whole={wholeOf(bar)}
            href={bar.partHrefs[index]}
            name={`${part.label}, ${bar.label}`}
          />
        ),
      }),
    ),
    ...(parts.length > 1
      ? [
          {
            key: 'whole',
            header: 'All',
            align: 'right' as const,
            cell: (bar: StackedBar) => (
              <Count count={wholeOf(bar)} href={bar.href} name={`All, ${bar.label}`} />
            ),
          },
        ]
      : []),
  ];
  return (
    <Table caption={`${title}, data`} hideCaption columns={columns} rows={bars} rowKey={(bar) => bar.label} />
  );
}

type CountProps = { count: number; href: string | undefined; name: string };

function Count({ count, href, name }: CountProps) {
  if (count === 0 || !href) return formatNumber(count);
  return (
    <TextLink href={href}>
      {formatNumber(count)}
      <span className="sr-only"> {name}</span>
    </TextLink>
  );
}

function CountAndShare({ whole, ...counted }: CountProps & { whole: number }) {
  const { count } = counted;
  return (
    <span className="whitespace-nowrap">
      <Count {...counted} />
      {whole > count && <span className="text-ink-mute"> ({formatPercent(count / whole)})</span>}
    </span>
  );
}
