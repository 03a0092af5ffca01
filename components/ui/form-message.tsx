import type { ReactNode } from 'react';
import { cx } from './cx';
import { STATE_ICON, TONE_SURFACE, type Tone } from './tone';

type Props = { tone: Tone; title?: ReactNode; children?: ReactNode };

/** What came of a form, or what one should know before filling it. Bad news is announced at once, the rest politely. */
export function FormMessage({ tone, title, children }: Props) {
  const Icon = STATE_ICON[tone];
  return (
    <div
      role={tone === 'negative' ? 'alert' : 'status'}
      className={cx('flex gap-2.5 rounded px-3.5 py-3', TONE_SURFACE[tone])}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 text-ink">
        {title && <p className="font-medium">{title}</p>}
        {children}
      </div>
    </div>
  );
}
