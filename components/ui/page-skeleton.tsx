import type { ReactNode } from 'react';
import { Skeleton } from './skeleton';

type Props = {
  /** The height of what narrows the content, e.g. "h-16"; none where nothing does. */
  controls?: string;
  /** The content about to come. */
  children: ReactNode;
};

/** A screen about to come: its title and what it is about, what narrows it, and its content. */
export function PageSkeleton({ controls, children }: Props) {
  return (
    <>
      <div className="space-y-2">
        <Skeleton className="h-9 w-40" />
        <Skeleton className="h-6 w-80 max-w-full" />
      </div>
      {controls && <Skeleton className={`w-full ${controls}`} />}
      {children}
    </>
  );
}
