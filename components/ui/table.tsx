import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import NextLink from 'next/link';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { ScrollRegion } from './scroll-region';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'left' | 'right';
  /** The address of this table sorted by this column; when it is sorted so already, the other way round. */
  sortHref?: string;
  sorted?: 'ascending' | 'descending';
  className?: string;
};

type Props<Row> = {
  /** What the table holds; read out first, and shown unless `hideCaption`. */
  caption: string;
  hideCaption?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** On a phone: scroll sideways under a shadow, or a card for each row. The first column names the row. */
  onPhone?: 'scroll' | 'cards';
  /** Stands in place of the rows when there are none. */
  empty?: ReactNode;
};

const ROLE = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
};

/** Rows and columns. Put it in a flush Card. The roles are spelt out because Safari drops them from rows shown as cards. */
export function Table<Row>(props: Props<Row>) {
  const { caption, hideCaption, columns, rows, rowKey, onPhone = 'scroll', empty } = props;
  if (rows.length === 0 && empty) return empty;
  return (
    <ScrollRegion label={caption} shadow={onPhone === 'scroll'}>
      <table
        {...ROLE.table}
        className={cx('w-full border-collapse text-left', onPhone === 'cards' && 'table-cards')}
      >
        <caption className={cx('px-4 pb-1 pt-3 text-left text-sm text-ink-mute', hideCaption && 'sr-only')}>
          {caption}
        </caption>
        <thead {...ROLE.rowgroup}>
          <tr {...ROLE.row} className="border-b border-line">
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody {...ROLE.rowgroup} className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={rowKey(row)} {...ROLE.row} className="transition-colors hover:bg-hover/50">
              {columns.map((column, index) => (
                <BodyCell key={column.key} column={column} heads={index === 0}>
                  {column.cell(row)}
                </BodyCell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const Icon =
    column.sorted === 'ascending' ? ArrowUp : column.sorted === 'descending' ? ArrowDown : ChevronsUpDown;
  return (
    <th
      {...ROLE.columnheader}
      scope="col"
      aria-sort={column.sorted}
      className={cx(
        'whitespace-nowrap px-4 py-2 text-sm font-medium text-ink-mute print:px-1.5 print:py-1',
        column.align === 'right' && 'text-right',
        column.className,
      )}
    >
      {column.sortHref ? (
        <NextLink
          href={column.sortHref}
          className={cx(
            'inline-flex items-center gap-1 rounded-sm py-0.5 hover:text-ink',
            column.sorted && 'text-ink',
          )}
        >
          {column.header}
          <Icon aria-hidden className={cx('size-3.5', !column.sorted && 'opacity-60')} />
        </NextLink>
      ) : (
        column.header
      )}
    </th>
  );
}

function BodyCell<Row>(props: { column: Column<Row>; heads: boolean; children: ReactNode }) {
  const { column, heads, children } = props;
  const look = cx(
    'px-4 py-2.5 align-baseline print:px-1.5 print:py-1',
    column.align === 'right' && 'text-right',
    column.className,
  );
  return heads ? (
    <th {...ROLE.rowheader} scope="row" className={cx(look, 'font-medium')}>
      {children}
    </th>
  ) : (
    <td {...ROLE.cell} data-label={column.header} className={look}>
      {children}
    </td>
  );
}
