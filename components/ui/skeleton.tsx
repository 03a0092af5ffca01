import type { ReactNode } from 'react';
import { cx } from './cx';

/** A grey place where something is about to be. Give it the height and width of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden className={cx('block motion-safe:animate-pulse rounded bg-neutral-soft', className)} />
  );
}

/** Lines of text about to come. */
export function TextSkeleton({ lines = 3 }: { lines?: number }) {
  return (
    <Loading>
      <span className="block space-y-2.5">
        {Array.from({ length: lines }, (_, line) => (
          <Skeleton
            key={`line${line + 1}`}
            className={cx('h-3.5', line === lines - 1 ? 'w-2/3' : 'w-full')}
          />
        ))}
      </span>
    </Loading>
  );
}

/** A table about to come; its rows are as tall as real ones. */
export function TableSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <Loading>
      <span className="block divide-y divide-line">
        {Array.from({ length: rows }, (_, row) => (
          <span key={`row${row + 1}`} className="flex h-[2.625rem] items-center gap-4 px-4">
            <Skeleton className="h-3.5 w-2/5" />
            <Skeleton className="ml-auto h-3.5 w-14" />
            <Skeleton className="h-3.5 w-14" />
          </span>
        ))}
      </span>
    </Loading>
  );
}

function Loading({ children }: { children: ReactNode }) {
  return (
    <span role="status" className="block">
      <span className="sr-only">Loading</span>
      {children}
    </span>
  );
}
