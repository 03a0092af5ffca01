import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatCount, formatDate, formatMonth } from '@/lib/core/format';
import type { ChurnMonth } from '@/lib/impact/find-churn-months';
import { type ChurnEvent, EVENT_WORDS } from './churn-lists';
import { describeStratum } from './stratum-words';

type Props = {
  caption: string;
  rows: ChurnMonth[];
  side: 'exposed' | 'alike';
  event: ChurnEvent;
  coarsening: number;
  currency: string;
  accountHrefOf: (accountId: string) => string;
  /** The statements that exposed an account, in the days from and to, both included. */
  mentionsHrefOf: (accountId: string, from: Date, to: Date) => string;
};

/** Account-months of a churn comparison, one a row, with what each was compared by. */
export function ChurnMonthsTable(props: Props) {
  const { caption, rows, side, event, coarsening, currency, accountHrefOf, mentionsHrefOf } = props;
  const columns: Column<ChurnMonth>[] = [
    {
      key: 'account',
      header: 'Account',
      cell: ({ accountId, name }) => <TextLink href={accountHrefOf(accountId)}>{name}</TextLink>,
    },
    {
      key: 'month',
      header: 'Month',
      className: 'whitespace-nowrap',
      cell: ({ starts }) => formatMonth(starts),
    },
    {
      key: 'stratum',
      header: 'Alike in',
      cell: (row) => (
        <>
          {describeStratum(row, coarsening, currency)}
          {!row.isCompared && (
            <span className="block text-ink-mute">No month without the problem to compare with</span>
          )}
        </>
      ),
    },
    ...(side === 'exposed' ? [statementsColumn(mentionsHrefOf)] : []),
    {
      key: 'left',
      header: EVENT_WORDS[event].past,
      className: 'whitespace-nowrap',
      cell: ({ hasChurned }) =>
        hasChurned ? `${EVENT_WORDS[event].past} in this month` : EVENT_WORDS[event].otherwise,
    },
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ accountId, starts }) => `${accountId} ${starts.getTime()}`}
      onPhone="cards"
    />
  );
}

function statementsColumn(hrefOf: Props['mentionsHrefOf']): Column<ChurnMonth> {
  return {
    key: 'statements',
    header: 'Exposed by',
    cell: ({ accountId, windowFrom, windowTo, statements }) => (
      <>
        <TextLink className="whitespace-nowrap" href={hrefOf(accountId, windowFrom, windowTo)}>
          {formatCount(statements, 'statement')}
        </TextLink>
        <span className="block text-sm text-ink-mute">
          {formatDate(windowFrom)} to {formatDate(windowTo)}
        </span>
      </>
    ),
  };
}
