import { type Column, Table } from '@/components/ui/table';
import { formatNumber, formatPercent } from '@/lib/core/format';
import type { ImpactDetails } from '@/lib/impact/schema';

type Churn = ImpactDetails['churn'];
type Group = { name: string; accounts: number | null; months: number; churned: number };

/** The counts that an association rests on: months of accounts with the problem beside months of accounts like them. */
export function ChurnCounts({ churn }: { churn: Churn }) {
  const groups: Group[] = [
    {
      name: 'With the problem',
      accounts: churn.exposedAccounts,
      months: churn.exposedMonths,
      churned: churn.exposedChurned,
    },
    {
      name: 'Alike, without it',
      accounts: null,
      months: churn.comparisonMonths,
      churned: churn.comparisonChurned,
    },
  ];
  return (
    <Table
      caption="What was counted: an account is on either side, month by month"
      columns={COLUMNS}
      rows={groups}
      rowKey={({ name }) => name}
    />
  );
}

const COLUMNS: Column<Group>[] = [
  { key: 'name', header: 'Months', cell: ({ name }) => name },
  {
    key: 'accounts',
    header: 'Accounts',
    align: 'right',
    cell: ({ accounts }) =>
      accounts === null ? (
        <span className="text-ink-mute" title="Not counted: an account may be on both sides">
          –<span className="sr-only">not counted: an account may be on both sides</span>
        </span>
      ) : (
        formatNumber(accounts)
      ),
  },
  { key: 'months', header: 'Account months', align: 'right', cell: ({ months }) => formatNumber(months) },
  { key: 'churned', header: 'Left', align: 'right', cell: ({ churned }) => formatNumber(churned) },
  {
    key: 'share',
    header: 'Left a month',
    align: 'right',
    cell: ({ months, churned }) => (months === 0 ? '–' : formatPercent(churned / months)),
  },
];
