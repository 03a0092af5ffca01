/** One place on a line: null is a gap, never a zero. `low` and `high` bound it with 95 % certainty. */
export type SeriesPoint = {
  label: string;
  value: number | null;
  low?: number | null;
  high?: number | null;
  /** How many rows it rests on, and the address that opens them. */
  n?: number;
  href?: string;
};

/** A line. All lines of a chart share their labels. */
export type Series = { label: string; points: SeriesPoint[] };

/** A part of stacked bars: a sentiment has its own colour, anything else takes the next of the series colours. */
export type StackPart = { label: string; tone?: 'negative' | 'neutral' | 'positive' };

/** One bar: a count for each part, in the order of the parts, and the addresses that open the rows of each and of all. */
export type StackedBar = { label: string; counts: number[]; partHrefs: string[]; href: string };

/** The four series colours, told apart by dashes as well; more lines than four cannot be read in one chart. */
export const SERIES_COLOURS = ['series-1', 'series-2', 'series-3', 'series-4'] as const;
export const INTERVAL_COLOURS = ['interval-1', 'interval-2'] as const;

/** The colour of each part, by name as Tailwind and Tremor know it. */
export function partColours(parts: StackPart[]): string[] {
  return parts.map((part, index) =>
    part.tone ? `fill-${part.tone}` : (SERIES_COLOURS[index % SERIES_COLOURS.length] ?? 'series-1'),
  );
}
