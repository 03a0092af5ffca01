import { formatCount, formatNumber } from '@/lib/core/format';
import { Pagination } from './pagination';

type Props = {
  /** The rows on this page, and the cursors of the pages beside it. */
  page: { rows: readonly unknown[]; newer: string | null; older: string | null };
  /** Rows in all. */
  total: number;
  /** What a row is, where it is said nowhere else. */
  noun?: string;
  /** The address of the list without a cursor. */
  listHref: string;
};

/** Steps through a list by key, the cursor standing in the address as `at`; nothing under an empty list. */
export function KeysetSteps({ page: { rows, newer, older }, total, noun, listHref }: Props) {
  if (total === 0) return null;
  const address = (cursor: string | null) =>
    cursor && `${listHref}${listHref.includes('?') ? '&' : '?'}at=${encodeURIComponent(cursor)}`;
  const all = noun ? formatCount(total, noun) : formatNumber(total);
  return (
    <Pagination
      newerHref={address(newer)}
      olderHref={address(older)}
      summary={`${formatNumber(rows.length)} of ${all} shown`}
    />
  );
}
