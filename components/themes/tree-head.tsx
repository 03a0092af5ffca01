import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import NextLink from 'next/link';
import { cx } from '@/components/ui/cx';
import { GRID } from './grid-roles';
import type { SortOrder, ThemeSort } from './theme-row';

export type TreeHeadProps = {
  sort: ThemeSort;
  order: SortOrder;
  /** The address of this list by each column. */
  hrefs: Record<ThemeSort, string>;
};

const COLUMNS: readonly { key: ThemeSort | 'overTime'; header: string; isRight?: boolean }[] = [
  { key: 'name', header: 'Theme' },
  { key: 'mentions', header: 'Comments', isRight: true },
  { key: 'negative', header: 'Sentiment' },
  { key: 'problems', header: 'Problems', isRight: true },
  { key: 'change', header: 'Change of share' },
  { key: 'nps', header: 'NPS effect', isRight: true },
  { key: 'overTime', header: 'Over time' },
];

/** The columns of the theme tree, each but the last a way to sort it. */
export function TreeHead({ sort, order, hrefs }: TreeHeadProps) {
  return (
    <thead {...GRID.rowgroup}>
      <tr {...GRID.row} className="border-b border-line">
        {COLUMNS.map(({ key, header, isRight }) => {
          const isSorted = key === sort;
          const Icon = !isSorted ? ChevronsUpDown : order === 'ascending' ? ArrowUp : ArrowDown;
          return (
            <th
              key={key}
              {...GRID.columnheader}
              scope="col"
              aria-sort={isSorted ? order : undefined}
              className={cx(
                'whitespace-nowrap px-3 py-2 text-sm font-medium text-ink-mute',
                isRight && 'text-right',
              )}
            >
              {key === 'overTime' ? (
                header
              ) : (
                <NextLink
                  href={hrefs[key]}
                  className={cx(
                    'inline-flex items-center gap-1 rounded-sm py-0.5 hover:text-ink',
                    isSorted && 'text-ink',
                  )}
                >
                  {header}
                  <Icon aria-hidden className={cx('size-3.5', !isSorted && 'opacity-60')} />
                </NextLink>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
