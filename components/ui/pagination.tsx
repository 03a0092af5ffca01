import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from './button';

type Props = {
  newerHref?: string | null;
  olderHref?: string | null /** E.g. "50 of 6,012". */;
  summary?: ReactNode;
};

/** Steps through a list by key: there is a way forward and a way back, and no page number to be wrong. */
export function Pagination({ newerHref, olderHref, summary }: Props) {
  if (!newerHref && !olderHref && !summary) return null;
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm text-ink-mute">{summary}</p>
      <div className="flex gap-2">
        {newerHref && (
          <ButtonLink href={newerHref} size="small" rel="prev">
            <ArrowLeft aria-hidden />
            Newer
          </ButtonLink>
        )}
        {olderHref && (
          <ButtonLink href={olderHref} size="small" rel="next">
            Older
            <ArrowRight aria-hidden />
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
