import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatNumber, formatPercent } from '@/lib/core/format';
import type { ImpactDetails } from '@/lib/impact/schema';
import { CHURN_LISTS, type ChurnList, churnListHref } from './churn-lists';

type Churn = ImpactDetails['churn'];
type Group = { name: string; accounts: ChurnList | null; months: ChurnList; churned: ChurnList };

const GROUPS: Group[] = [
  { name: 'With the problem', accounts: 'accounts', months: 'months', churned: 'left' },
  { name: 'Alike, without it', accounts: null, months: 'alike', churned: 'alike-left' },
];

/** The counts that an association rests on: months of accounts with the problem beside months of accounts like them. */
export function ChurnCounts({ churn, issueHref }: { churn: Churn; issueHref: string }) {
  return (
    <Table
      caption="What was counted: an account is on either side, month by month"
      onPhone="cards"
      columns={columnsOf(churn, issueHref)}
      rows={GROUPS}
      rowKey={({ name }) => name}
    />
  );
}

function columnsOf(churn: Churn, issueHref: string): Column<Group>[] {
  const countOf = (list: ChurnList) => churn[CHURN_LISTS[list].count];
  const link = (list: ChurnList) => (
    <TextLink href={churnListHref(issueHref, list)}>{formatNumber(countOf(list))}</TextLink>
  );
  return [
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
          link(accounts)
        ),
    },
    { key: 'months', header: 'Account months', align: 'right', cell: ({ months }) => link(months) },
    { key: 'churned', header: 'Left', align: 'right', cell: ({ churned }) => link(churned) },
    {
      key: 'share',
      header: 'Left a month',
      align: 'right',
      cell: ({ months, churned }) =>
        countOf(months) === 0 ? '–' : formatPercent(countOf(churned) / countOf(months)),
    },
  ];
}
