import { formatValue, type ValueFormat } from '@/components/ui/value-format';
import type { Series, StackedBar, StackPart } from './chart-types';

/** What a line chart shows, in a sentence a line: where each line begins and ends, its lowest and its highest point. */
export function summarizeSeries(series: Series[], format: ValueFormat): string {
  return series.map((line) => summarizeLine(line, format)).join(' ');
}

function summarizeLine({ label, points }: Series, format: ValueFormat): string {
  const known = points.flatMap((point) =>
    point.value === null ? [] : [{ label: point.label, value: point.value }],
  );
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return `${label}: no data.`;
  if (known.length === 1) return `${label}: ${formatValue(first.value, format)} in ${first.label}.`;
  const lowest = known.reduce((a, b) => (b.value < a.value ? b : a));
  const highest = known.reduce((a, b) => (b.value > a.value ? b : a));
  const say = (point: { label: string; value: number }) =>
    `${formatValue(point.value, format)} (${point.label})`;
  return `${label}: from ${say(first)} to ${say(last)}, lowest ${say(lowest)}, highest ${say(highest)}.`;
}

/** What stacked bars show: each part's share of everything counted. */
export function summarizeStack(parts: StackPart[], bars: Pick<StackedBar, 'label' | 'counts'>[]): string {
  const totals = parts.map((_, index) => bars.reduce((sum, bar) => sum + (bar.counts[index] ?? 0), 0));
  const all = totals.reduce((sum, total) => sum + total, 0);
  if (all === 0) return 'No data.';
  const shares = parts.map(
    (part, index) => `${part.label} ${formatValue((totals[index] ?? 0) / all, { kind: 'percent' })}`,
  );
  return `Over all ${bars.length} bars: ${shares.join(', ')}.`;
}
