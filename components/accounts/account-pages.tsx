import { ArrowLeft, ArrowRight } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { type AccountListQuery, accountsHref } from '@/lib/accounts/account-list-query';
import { formatCount, formatNumber } from '@/lib/core/format';

type Props = {
  workspaceSlug: string;
  query: AccountListQuery;
  /** Rows on this page, rows in all, pages in all. */
  shown: number;
  total: number;
  pages: number;
  pageSize: number;
};

/** Steps through a ranked list by page. */
export function AccountPages({ workspaceSlug, query, shown, total, pages, pageSize }: Props) {
  const { filter, sort, order, page } = query;
  const first = (page - 1) * pageSize + 1;
  const to = (target: number) => accountsHref(workspaceSlug, filter, { sort, order, page: target });
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm text-ink-mute">
        {formatNumber(first)} to {formatNumber(first + shown - 1)} of {formatCount(total, 'account')}
      </p>
      <div className="flex items-center gap-2">
        {page > 1 && (
          <ButtonLink href={to(page - 1)} size="small" rel="prev">
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
          <ButtonLink href={to(page + 1)} size="small" rel="next">
            Next
            <ArrowRight aria-hidden />
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
