import type { ReactNode } from 'react';
import { cx } from './cx';

type Props = {
  children: ReactNode;
  className?: string /** Without padding, for tables and lists. */;
  flush?: boolean;
};

/** A sheet of paper on the page. */
export function Card({ children, className, flush }: Props) {
  return (
    <div
      className={cx(
        'min-w-0 overflow-clip rounded-lg border border-line bg-surface shadow-card',
        !flush && 'p-4 sm:p-5',
        className,
      )}
    >
      {children}
    </div>
  );
}
