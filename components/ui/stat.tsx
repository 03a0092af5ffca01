import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react';
import NextLink from 'next/link';
import type { ReactNode } from 'react';
import { formatCount } from '@/lib/core/format';
import { cx } from './cx';
import { TONE_TEXT } from './tone';

type Props = {
  label: string;
  /** The number as text, e.g. "+32"; null when there is nothing to compute it from. */
  value: string | null;
  /** Why there is none. */
  reason?: string;
  unit?: string;
  /** Why the number is no headline, e.g. "too few to say"; it is set small then. */
  doubt?: string;
  /** E.g. "28 to 36": where the number lies with 95 % certainty. */
  interval?: string;
  /** In words, e.g. "up 4 points on the 30 days before". Whether that is good is a tone of its own. */
  delta?: { text: string; direction: 'up' | 'down' | 'flat'; tone: 'positive' | 'negative' | 'neutral' };
  /** How many rows it rests on, and what one of them is called. */
  n?: number;
  noun?: string;
  nouns?: string;
  /** Opens those rows. */
  href?: string;
  /** What is behind the link where it is not a number of rows. */
  behind?: string;
  /** In place of one link: where its rows stand in several lists. */
  links?: { text: string; href: string }[];
  /** An explanation (InfoTip) or a Sparkline. */
  tip?: ReactNode;
  spark?: ReactNode;
};

const DIRECTION_ICON = { up: ArrowUpRight, down: ArrowDownRight, flat: ArrowRight };

/** One number, how sure it is, how it moved, and the way to the rows behind it. */
export function Stat(props: Props) {
  const {
    label,
    value,
    reason,
    unit,
    doubt,
    interval,
    delta,
    n,
    noun = 'response',
    nouns,
    href,
    links = [],
    tip,
    spark,
  } = props;
  const Direction = delta && DIRECTION_ICON[delta.direction];
  const rows = n === undefined ? props.behind : formatCount(n, noun, nouns);
  return (
    <div className="flex min-w-0 flex-col rounded-lg border border-line bg-surface p-4 shadow-card">
      <div className="flex min-h-6 items-center gap-1">
        <p className="text-sm font-medium text-ink-mute">{label}</p>
        {tip}
      </div>
      <div className="mt-0.5 flex min-h-9 items-end justify-between gap-3">
        <p
          className={cx(
            'flex items-baseline gap-x-1.5',
            doubt ? 'min-w-0 flex-wrap' : 'shrink-0 whitespace-nowrap',
          )}
        >
          {value === null ? (
            <span className="text-xl font-medium text-ink-mute">{reason ? '– Unknown' : 'No data'}</span>
          ) : (
            <span className={doubt ? 'font-medium' : 'text-3xl font-semibold tracking-tight'}>{value}</span>
          )}
          {value !== null && unit && <span className="text-ink-mute">{unit}</span>}
          {value !== null && doubt && <span className="text-ink-mute">({doubt})</span>}
        </p>
        {spark}
      </div>
      {(interval || (value === null && reason)) && (
        <p className="text-sm text-ink-mute">
          {value === null && reason}
          {interval && (
            <>
              {interval}{' '}
              <abbr title="95% confidence interval" className="no-underline">
                95% CI
              </abbr>
            </>
          )}
        </p>
      )}
      {delta && Direction && (
        <p className={cx('mt-1.5 flex items-start gap-1 text-sm font-medium', TONE_TEXT[delta.tone])}>
          <Direction aria-hidden className="mt-0.5 size-4 shrink-0" />
          {delta.text}
        </p>
      )}
      {(rows || links.length > 0) && (
        <p className="mt-auto flex flex-wrap gap-x-3 pt-1.5 text-sm text-ink-mute">
          {rows && !href && <span className="inline-block py-0.5">{rows}</span>}
          {[...(rows && href ? [{ text: rows, href }] : []), ...links].map((link) => (
            <NextLink
              key={link.href}
              href={link.href}
              className="inline-block rounded-sm py-0.5 underline decoration-line-strong/50 underline-offset-[3px] hover:text-accent hover:decoration-accent"
            >
              {link.text}
              <span className="sr-only"> behind {label}</span>
            </NextLink>
          ))}
        </p>
      )}
    </div>
  );
}
