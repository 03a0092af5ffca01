import { Pagination } from '@/components/ui/pagination';
import { formatNumber } from '@/lib/core/format';

type Props = { page: number; size: number; total: number; hrefOf: (page: number) => string };

/** Steps through a list that is short enough for page numbers. */
export function PageLinks({ page, size, total, hrefOf }: Props) {
  if (total <= size && page === 1) return null;
  const first = Math.min((page - 1) * size + 1, total);
  return (
    <Pagination
      newerHref={page > 1 ? hrefOf(page - 1) : null}
      olderHref={page * size < total ? hrefOf(page + 1) : null}
      summary={`${formatNumber(first)} to ${formatNumber(Math.min(page * size, total))} of ${formatNumber(total)}`}
    />
  );
}
