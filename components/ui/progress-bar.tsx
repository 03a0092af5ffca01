import type { ReactNode } from 'react';
import { cx } from './cx';

type Props = {
  label: string;
  /** Done so far, 0..1; null while nobody knows how much there is. */
  share: number | null;
  /** In words beside the label, e.g. "12,400 of 1,000,000 rows". */
  value?: ReactNode;
  /** Rate and time left, e.g. "8,300 rows/s, 2 min left". */
  detail?: ReactNode;
  tone?: 'accent' | 'positive' | 'negative';
};

/** How far a long work has come. */
export function ProgressBar({ label, share, value, detail, tone = 'accent' }: Props) {
  const percent = share === null ? undefined : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div className="space-y-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{label}</span>
        <span className="text-ink-soft">{value ?? (percent === undefined ? 'Working' : `${percent}%`)}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="h-2 overflow-hidden rounded-full bg-neutral-soft"
      >
        <div
          className={cx(
            'h-full rounded-full duration-500 motion-reduce:duration-0 motion-safe:transition-[width]',
            { accent: 'bg-accent', positive: 'bg-fill-positive', negative: 'bg-fill-negative' }[tone],
            percent === undefined && 'w-1/3 motion-safe:animate-pulse',
          )}
          style={percent === undefined ? undefined : { width: `${percent}%` }}
        />
      </div>
      {detail && <p className="text-sm text-ink-mute">{detail}</p>}
    </div>
  );
}
