import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatDate, formatFixed, formatMoneyCompact } from '@/lib/core/format';
import type { MoneyRow } from '@/lib/issues/find-money-parts';

type Props = {
  rows: MoneyRow[];
  currency: string;
  workspaceHref: string;
  /** Whether rows are of several fixes. */
  showsFix: boolean;
  /** What an account said of it before the fix. */
  saidHrefOf: (row: MoneyRow) => string;
};

/** What each account adds to the ARR at risk that fixes took away, as a product of three figures. */
export function MoneyPartsTable({ rows, currency, workspaceHref, showsFix, saidHrefOf }: Props) {
  const columns: Column<MoneyRow>[] = [
    {
      key: 'account',
      header: 'Account',
      cell: ({ accountId, name }) => (
        <TextLink href={`${workspaceHref}/accounts/${accountId}`}>{name}</TextLink>
      ),
    },
    ...(showsFix ? [fixColumn(workspaceHref)] : []),
    {
      key: 'arr',
      header: 'ARR on that day',
      align: 'right',
      cell: ({ arrCents }) => formatMoneyCompact(arrCents, currency),
    },
    {
      key: 'share',
      header: '× share that goes with it',
      align: 'right',
      cell: ({ lostShare }) => `${formatFixed(100 * lostShare, 2)}%`,
    },
    {
      key: 'fall',
      header: '× fall beyond the trend',
      align: 'right',
      cell: ({ fall }) => formatFixed(fall, 3),
    },
    {
      key: 'money',
      header: '= taken away',
      align: 'right',
      cell: ({ cents }) => formatMoneyCompact(Math.round(cents), currency),
    },
    {
      key: 'said',
      header: 'What was said',
      cell: (row) => (
        <TextLink href={saidHrefOf(row)}>
          Statements<span className="sr-only"> of {row.name}</span>
        </TextLink>
      ),
    },
  ];
  return (
    <Table
      caption="Accounts, those that add the most first"
      onPhone="cards"
      columns={columns}
      rows={rows}
      rowKey={({ accountId, fix }) => `${fix.issueId} ${accountId}`}
    />
  );
}

function fixColumn(workspaceHref: string): Column<MoneyRow> {
  return {
    key: 'fix',
    header: 'Fix',
    cell: ({ fix: { issueId, title, shippedAt } }) => (
      <span className="block">
        <TextLink href={`${workspaceHref}/issues/${issueId}#effect`}>{title}</TextLink>
        <span className="block text-sm text-ink-mute">shipped {formatDate(shippedAt)}</span>
      </span>
    ),
  };
}
