import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatCount } from '@/lib/core/format';
import { isChurnLinked } from '@/lib/impact/churn-link';
import type { ImpactDetails } from '@/lib/impact/schema';
import { describeChance } from '@/lib/stats/describe-chance';
import { type ChurnList, churnListHref } from './churn-lists';
import { describeTimes } from './churn-times';

type Outcome = ImpactDetails['outcomes'][number];

const NAMES: Record<Outcome['outcome'], string> = {
  contraction: 'First came to pay less',
  non_renewal: 'Left when the renewal was due',
};

const REASONS: Record<string, string> = {
  'too-few-exposed-accounts': 'too few accounts had the problem',
  'too-few-churned-accounts': 'it happened to too few accounts',
  'nothing-comparable': 'there are no accounts alike to compare with',
  'no-churn-when-exposed': 'it happened to none with the problem',
  'no-churn-in-comparison': 'it happened to none without the problem',
  'no-variation': 'there is too little to tell',
};

/** How a problem goes with other events than leaving; each count opens its rows. */
export function OutcomeTable({ outcomes, issueHref }: { outcomes: Outcome[]; issueHref: string }) {
  const columns: Column<Outcome>[] = [
    { key: 'event', header: 'Event', cell: ({ outcome }) => NAMES[outcome] },
    {
      key: 'times',
      header: 'With the problem',
      cell: ({ estimate, reason }) =>
        estimate ? (
          <span className="block sm:min-w-56">
            {describeTimes(estimate)};{' '}
            {isChurnLinked({ estimate }) ? describeChance(estimate.qValue) : 'may be chance'}
          </span>
        ) : (
          <span className="text-ink-mute">
            No estimate: {REASONS[reason ?? ''] ?? 'there is too little to tell'}
          </span>
        ),
    },
    {
      key: 'counts',
      header: 'Rests on',
      cell: (row) => {
        const link = (list: ChurnList, text: string, behind?: string) =>
          row.coarsening === null ? (
            text
          ) : (
            <TextLink href={churnListHref(issueHref, list, { event: row.outcome })}>
              {text}
              {behind && <span className="sr-only"> {behind}</span>}
            </TextLink>
          );
        return (
          <span className="block text-sm text-ink-mute sm:min-w-56">
            {link('left', formatCount(row.exposedEvents, 'event'), 'with it')} in{' '}
            {link('months', formatCount(row.exposedMonths, 'month'))} of{' '}
            {link('accounts', formatCount(row.exposedAccounts, 'account'))} with it;{' '}
            {link('alike-left', formatCount(row.comparisonEvents, 'event'), 'without it')} in{' '}
            {link('alike', formatCount(row.comparisonMonths, 'month'))} alike without it
          </span>
        );
      },
    },
  ];
  return (
    <Table
      caption="The same comparison with other events"
      onPhone="cards"
      columns={columns}
      rows={outcomes}
      rowKey={({ outcome }) => outcome}
    />
  );
}
