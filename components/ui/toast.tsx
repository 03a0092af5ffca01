'use client';

import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { cx } from './cx';
import { IconButton } from './icon-button';
import { STATE_ICON, TONE_TEXT, type Tone } from './tone';

type Props = { tone: Tone; children: ReactNode; action?: ReactNode; onDismiss?: () => void };

/**
 * What just happened, after the fact ("Import undone"). It stays until dismissed: nobody reads against a clock. Give it
 * a key of its message, so that the next one shows again.
 */
export function Toast({ tone, children, action, onDismiss }: Props) {
  const [open, setOpen] = useState(true);
  const Icon = STATE_ICON[tone];
  return (
    <div
      role={tone === 'negative' ? 'alert' : 'status'}
      className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex justify-center lg:bottom-6"
    >
      {open && (
        <div className="pointer-events-auto flex max-w-md items-center gap-3 rounded-lg border border-line bg-surface py-2 pl-4 pr-2 shadow-float">
          <Icon aria-hidden className={cx('size-5 shrink-0', TONE_TEXT[tone])} />
          <div className="min-w-0 font-medium">{children}</div>
          {action}
          <IconButton
            label="Dismiss"
            icon={X}
            onClick={() => {
              setOpen(false);
              onDismiss?.();
            }}
          />
        </div>
      )}
    </div>
  );
}
