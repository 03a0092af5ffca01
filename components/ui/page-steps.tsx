import { ArrowLeft, ArrowRight } from 'lucide-react';
import { formatCount, formatNumber } from '@/lib/core/format';
import { ButtonLink } from './button';

type Props = {
  page: number;
  pageSize: number;
  /** Rows on this page, and rows in all. */
  shown: number;
  total: number;
  /** What a row is: "account". */
  noun: string;
  /** Of more than one; the noun with an s where it is not given. */
  plural?: string;
  /** Where there are several lists on a screen, which one is paged. */
  label?: string;
  hrefOf: (page: number) => string;
};

/** Steps through a list by page number: says which rows these are, of how many. */
export function PageSteps({ page, pageSize, shown, total, noun, plural, label = 'Pages', hrefOf }: Props) {
  const first = (page - 1) * pageSize + 1;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm text-ink-mute">
        {formatNumber(first)} to {formatNumber(first + shown - 1)} of {formatCount(total, noun, plural)}
      </p>
      <div className="flex items-center gap-2">
        {page > 1 && (
          <ButtonLink href={hrefOf(page - 1)} size="small" rel="prev">
            <ArrowLeft aria-hidden />
            Previous
          </ButtonLink>
        )}
        {pages > 1 && (
          <span className="text-sm text-ink-mute">
            Page {formatNumber(page)} of {formatNumber(pages)}
          </span>
        )}
        {page < pages && (
          <ButtonLink href={hrefOf(page + 1)} size="small" rel="next">
            Next
            <ArrowRight aria-hidden />
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
