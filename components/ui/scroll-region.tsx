import type { ReactNode } from 'react';
import { cx } from './cx';

type Props = { label: string; shadow?: boolean; children: ReactNode };

/** A box whose content may be wider than the screen. It takes the focus, so that arrow keys scroll it too. */
export function ScrollRegion({ label, shadow, children }: Props) {
  const reachable = { role: 'region', tabIndex: 0, 'aria-label': label };
  return (
    <div
      {...reachable}
      className={cx(
        'relative overflow-x-auto focus-visible:outline-offset-[-2px]',
        shadow && 'scroll-shadow',
      )}
    >
      {children}
    </div>
  );
}
