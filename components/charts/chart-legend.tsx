export type LegendEntry = { label: string; colour: string; shape: 'line' | 'band' | 'block' };

const SWATCH_COLOUR: Record<string, string> = {
  'series-1': 'text-series-1',
  'series-2': 'text-series-2',
  'series-3': 'text-series-3',
  'series-4': 'text-series-4',
  'interval-1': 'text-interval-1',
  'interval-2': 'text-interval-2',
  'fill-negative': 'text-fill-negative',
  'fill-neutral': 'text-fill-neutral',
  'fill-positive': 'text-fill-positive',
};
const DASHES: Record<string, string> = { 'series-2': '7 4', 'series-3': '2 4', 'series-4': '10 3 2 3' };

/** Which line or block is which: by its dashes as well as by its colour. */
export function ChartLegend({ entries }: { entries: LegendEntry[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
      {entries.map((entry) => (
        <li key={entry.label} className="flex items-center gap-2">
          <svg
            aria-hidden="true"
            viewBox={entry.shape === 'block' ? '0 0 12 12' : '0 0 24 12'}
            className={`h-3 w-auto shrink-0 fill-current stroke-current ${SWATCH_COLOUR[entry.colour] ?? ''}`}
          >
            {entry.shape === 'line' ? (
              <path d="M1 6H23" strokeWidth="2.5" strokeDasharray={DASHES[entry.colour]} />
            ) : entry.shape === 'band' ? (
              <path d="M1 1H23V11H1Z" fillOpacity="0.15" strokeOpacity="0.4" />
            ) : (
              <rect width="12" height="12" rx="2" strokeWidth="0" />
            )}
          </svg>
          {entry.label}
        </li>
      ))}
    </ul>
  );
}
