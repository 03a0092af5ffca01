import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatDate, formatMonth } from '@/lib/core/format';
import type { PanelAccountRow } from '@/lib/impact/find-panel-accounts';

type Props = { caption: string; rows: PanelAccountRow[]; accountHrefOf: (accountId: string) => string };

/** The accounts whose months churn is counted in, one a row. */
export function PanelAccountsTable({ caption, rows, accountHrefOf }: Props) {
  const columns: Column<PanelAccountRow>[] = [
    {
      key: 'account',
      header: 'Account',
      cell: ({ accountId, name }) => <TextLink href={accountHrefOf(accountId)}>{name}</TextLink>,
    },
    { key: 'plan', header: 'Plan', cell: ({ plan }) => plan ?? '–' },
    { key: 'first', header: 'First month', cell: ({ firstMonth }) => formatMonth(firstMonth) },
    { key: 'last', header: 'Last month', cell: ({ lastMonth }) => formatMonth(lastMonth) },
    {
      key: 'left',
      header: 'Left on',
      cell: ({ churnedAt }) => (churnedAt ? formatDate(churnedAt) : 'Not in these months'),
    },
  ];
  return (
    <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.accountId} onPhone="cards" />
  );
}
