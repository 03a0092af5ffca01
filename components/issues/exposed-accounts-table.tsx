import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatMonth, formatNumber } from '@/lib/core/format';
import type { ExposedAccountMonths } from '@/lib/impact/find-churn-months';
import { type ChurnEvent, EVENT_WORDS } from './churn-lists';

type Props = {
  caption: string;
  rows: ExposedAccountMonths[];
  event: ChurnEvent;
  accountHrefOf: (accountId: string) => string;
};

/** The accounts with exposed months, one a row. */
export function ExposedAccountsTable({ caption, rows, event, accountHrefOf }: Props) {
  const columns: Column<ExposedAccountMonths>[] = [
    {
      key: 'account',
      header: 'Account',
      cell: ({ accountId, name }) => <TextLink href={accountHrefOf(accountId)}>{name}</TextLink>,
    },
    {
      key: 'months',
      header: 'Months with the problem',
      align: 'right',
      cell: ({ months }) => formatNumber(months),
    },
    { key: 'first', header: 'First', cell: ({ firstMonth }) => formatMonth(firstMonth) },
    { key: 'last', header: 'Last', cell: ({ lastMonth }) => formatMonth(lastMonth) },
    {
      key: 'left',
      header: EVENT_WORDS[event].past,
      cell: ({ hasChurned, lastMonth }) =>
        hasChurned ? `In ${formatMonth(lastMonth)}` : 'Not in one of them',
    },
  ];
  return (
    <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.accountId} onPhone="cards" />
  );
}
