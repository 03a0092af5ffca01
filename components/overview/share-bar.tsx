import NextLink from 'next/link';
import { formatNumber, formatPercent } from '@/lib/core/format';

export type SharePart = {
  label: string;
  count: number;
  tone: 'negative' | 'neutral' | 'positive' | 'unjudged';
  href?: string;
};

const FILLS = {
  negative: 'bg-fill-negative',
  neutral: 'bg-fill-neutral',
  positive: 'bg-fill-positive',
  unjudged: 'bg-line-strong/40',
};

/** A whole and its parts in one bar; each part is named and opens its rows. */
export function ShareBar({ label, parts }: { label: string; parts: SharePart[] }) {
  const whole = parts.reduce((sum, part) => sum + part.count, 0);
  if (whole === 0) return null;
  return (
    <div className="space-y-2.5">
      <p className="font-semibold">{label}</p>
      <div aria-hidden className="flex h-3 gap-px overflow-hidden rounded-full">
        {parts.map((part) => (
          <span
            key={part.label}
            className={FILLS[part.tone]}
            style={{ width: `${(part.count / whole) * 100}%` }}
          />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {parts.map((part) => (
          <li key={part.label} className="flex items-center gap-2">
            <span aria-hidden className={`size-2.5 rounded-sm ${FILLS[part.tone]}`} />
            <span>
              {part.label} {formatPercent(part.count / whole)},{' '}
              {part.href ? (
                <NextLink
                  href={part.href}
                  className="rounded-sm font-medium underline decoration-line-strong/50 underline-offset-[3px] hover:text-accent hover:decoration-accent"
                >
                  {formatNumber(part.count)}
                  <span className="sr-only"> {part.label}</span>
                </NextLink>
              ) : (
                formatNumber(part.count)
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
