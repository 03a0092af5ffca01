import NextLink from 'next/link';
import { formatValue, type ValueFormat } from '@/components/ui/value-format';

export type BarListItem = {
  label: string;
  value: number;
  href?: string /** Beside the value, e.g. "12%". */;
  note?: string;
};

type Props = { label: string; items: BarListItem[]; format: ValueFormat };

/** Names with their numbers, as long as the numbers are. It is a list first: no script, no picture to describe. */
export function BarList({ label, items, format }: Props) {
  const most = Math.max(...items.map((item) => item.value), 0);
  return (
    <ol aria-label={label} className="space-y-1">
      {items.map((item) => (
        <li
          key={item.label}
          className="relative flex min-h-8 items-center justify-between gap-4 rounded px-2.5 py-1.5 transition-colors hover:bg-hover"
        >
          <span
            aria-hidden
            className="absolute inset-y-0 left-0 rounded border-l-2 border-series-1 bg-accent-soft"
            style={{ width: `${most > 0 ? (Math.max(0, item.value) / most) * 100 : 0}%` }}
          />
          <span className="relative min-w-0 break-words">
            {item.href ? (
              <NextLink
                href={item.href}
                className="rounded-sm font-medium underline decoration-line-strong/50 underline-offset-[3px] hover:text-accent hover:decoration-accent"
              >
                {item.label}
              </NextLink>
            ) : (
              item.label
            )}
          </span>
          <span className="relative shrink-0 whitespace-nowrap">
            <span className="font-medium">{formatValue(item.value, format)}</span>
            {item.note && <span className="ml-2 text-ink-soft">{item.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
