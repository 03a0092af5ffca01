import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';

type Props = {
  /** What the rows are; read out. */
  label: string;
  /** What a row is called on the buttons. */
  unit: 'line' | 'row';
  /** The list from its beginning, and the next part of it; null where that is what stands there. */
  firstHref: string | null;
  nextHref: string | null;
  /** How many there are. */
  children: ReactNode;
};

/** Leads on through rows of a file, which are paged by their place in it. */
export function RowPager({ label, unit, firstHref, nextHref, children }: Props) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm text-ink-mute">{children}</p>
      <div className="flex gap-2">
        {firstHref && (
          <ButtonLink href={firstHref} size="small">
            From the first {unit}
          </ButtonLink>
        )}
        {nextHref && (
          <ButtonLink href={nextHref} size="small" rel="next">
            Next {unit}s
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
