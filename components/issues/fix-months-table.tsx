import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatDate } from '@/lib/core/format';
import type { FixMonthRow } from '@/lib/issues/page-fix-rows';

const DAY_MS = 86_400_000;

type Props = {
  caption: string;
  rows: FixMonthRow[];
  accountHrefOf: (accountId: string) => string;
  /** What an account said of it from a day to a day, both included. */
  statementsHrefOf: (accountId: string, from: string, to: string) => string;
};

/** Accounts in months about a fix, one of each a row. */
export function FixMonthsTable({ caption, rows, accountHrefOf, statementsHrefOf }: Props) {
  const columns: Column<FixMonthRow>[] = [
    {
      key: 'account',
      header: 'Account',
      cell: ({ accountId, name }) => <TextLink href={accountHrefOf(accountId)}>{name}</TextLink>,
    },
    { key: 'from', header: 'From', cell: ({ month }) => formatDate(dayOf(month.from)) },
    { key: 'to', header: 'To', cell: ({ month }) => formatDate(dayOf(month.until - 1)) },
    {
      key: 'complained',
      header: 'Complained',
      cell: ({ accountId, name, month, hasComplained }) =>
        hasComplained ? (
          <TextLink href={statementsHrefOf(accountId, isoDay(month.from), isoDay(month.until - 1))}>
            Yes<span className="sr-only">: what {name} said</span>
          </TextLink>
        ) : (
          'No'
        ),
    },
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ accountId, month }) => `${accountId} ${month.from}`}
      onPhone="cards"
    />
  );
}

const dayOf = (day: number): Date => new Date(day * DAY_MS);
const isoDay = (day: number): string => dayOf(day).toISOString().slice(0, 10);
