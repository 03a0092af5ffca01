import { memo } from 'react';
import { ScoreBar } from '@/components/charts/score-components';
import { Sparkline } from '@/components/charts/sparkline';
import { Badge } from '@/components/ui/badge';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatCount, formatFixed, formatNumber } from '@/lib/core/format';
import type { Priority, PriorityWeights } from '@/lib/impact/priority';
import { describeChance, formatProbability } from '@/lib/stats/describe-chance';
import { describeStability } from './certainty-words';
import { describeCounted } from './churn-times';
import type { IssueRow } from './issue-row';
import { IssueTick } from './issue-tick';
import { describeRevenue } from './revenue-words';
import { splitPriority } from './score-parts';
import { StatusBadge } from './status-badge';
import { WorkLine } from './work-line';

/** An issue and its place. `figures` stays the same object however the weights are: what is made of it is made once. */
export type RankedRow = IssueRow & Priority & { figures: IssueRow };

type Props = {
  rows: RankedRow[];
  weights: PriorityWeights;
  /** Whether these are the workspace's weights, under which places were computed again and again. */
  isSaved: boolean;
  currency: string;
  caption: string;
  ownerNames: Readonly<Record<string, string>>;
  canTick: boolean;
};

/**
 * The ranked list: each number with what it rests on, and a way to the rows behind it. A slider moves places and scores alone,
 * so all else of a row is drawn again only when its issue is another.
 */
export function IssueTable({ rows, weights, isSaved, currency, caption, ownerNames, canTick }: Props) {
  const columns: Column<RankedRow>[] = [
    {
      key: 'issue',
      header: 'Issue',
      className: 'min-w-48',
      cell: (row) => (
        <span className="flex items-start gap-2.5">
          {canTick && <IssueTick issueId={row.issueId} title={row.title} />}
          <span className="block space-y-1">
            <span className="flex items-baseline gap-2">
              <span className="min-w-6 text-right font-normal text-ink-mute">{row.rank}</span>
              <Title href={row.href} title={row.title} />
            </span>
            <State row={row.figures} isSaved={isSaved} ownerNames={ownerNames} />
          </span>
        </span>
      ),
    },
    { key: 'priority', header: 'Priority', cell: (row) => <Score row={row} weights={weights} /> },
    { key: 'accounts', header: 'Heard from', cell: (row) => <HeardFrom row={row.figures} /> },
    { key: 'churn', header: 'Churn', cell: (row) => <Churn row={row.figures} /> },
    { key: 'revenue', header: 'Revenue', cell: (row) => <Revenue row={row.figures} currency={currency} /> },
    { key: 'trend', header: 'Last 12 weeks', cell: (row) => <Trend values={row.figures.trend} /> },
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.issueId}
      onPhone="cards"
      empty={<p className="px-4 py-8 text-center text-ink-mute">No ranked issue is like this.</p>}
    />
  );
}

const Title = memo(function Title({ href, title }: { href: string; title: string }) {
  return (
    <TextLink href={href} className="text-base">
      {title}
    </TextLink>
  );
});

const State = memo(function State({
  row,
  isSaved,
  ownerNames,
}: { row: IssueRow } & Pick<Props, 'isSaved' | 'ownerNames'>) {
  return (
    <>
      <span className="flex flex-wrap gap-1.5 pl-8">
        <StatusBadge status={row.status} />
        {row.isChurnLinked && <Badge tone="negative">Associated with churn</Badge>}
      </span>
      <span className="block pl-8">
        <WorkLine ownerId={row.ownerId} ownerNames={ownerNames} effortDays={row.effortDays} />
      </span>
      <span className="block pl-8 text-sm font-normal text-ink-mute">
        {!isSaved && 'Under the saved weights: '}
        {describeStability(row.stability)}
      </span>
    </>
  );
});

function Score({ row, weights }: { row: RankedRow; weights: PriorityWeights }) {
  return (
    <span className="block space-y-1">
      <ScoreBar score={row.priorityScore} components={splitPriority(row, weights)} />
      <span className="block whitespace-nowrap text-sm text-ink-mute">
        {formatFixed(row.frequencyScore, 0)} ·{' '}
        {row.churnScore === null ? '–' : formatFixed(row.churnScore, 0)} ·{' '}
        {row.impactScore === null ? '–' : formatFixed(row.impactScore, 0)}
        <span className="sr-only"> of 100 for frequency, churn and revenue</span>
      </span>
    </span>
  );
}

const HeardFrom = memo(function HeardFrom({ row }: { row: IssueRow }) {
  return (
    <span className="block whitespace-nowrap">
      {row.accounts > 0 ? (
        <TextLink href={row.accountsHref}>{formatCount(row.accounts, 'account')}</TextLink>
      ) : (
        <span className="text-ink-mute">No known account</span>
      )}
      {/* Lines of 28 px keep the two links apart enough for a finger. */}
      <span className="block text-sm leading-7">
        <TextLink href={row.mentionsHref} className="font-normal">
          {formatCount(row.mentions, 'mention')}
        </TextLink>
      </span>
      {row.accounts > 0 && row.mentionsWithoutAccount > 0 && (
        <span className="block text-sm leading-7">
          <TextLink href={row.mentionsWithoutAccountHref} className="font-normal">
            {formatNumber(row.mentionsWithoutAccount)} of no account
          </TextLink>
        </span>
      )}
    </span>
  );
});

const Churn = memo(function Churn({ row }: { row: IssueRow }) {
  const { estimate, reason } = row;
  if (estimate === null) {
    return (
      <span className="block text-sm text-ink-mute">
        <span aria-hidden>– </span>No estimate: {reason}
      </span>
    );
  }
  const { riskRatio, low, high, qValue, shrunkRatio } = estimate;
  return (
    <span className="block">
      <span className="whitespace-nowrap">
        <TextLink href={row.monthsHref}>{formatFixed(riskRatio, 1)} times</TextLink>
        <span className="text-ink-mute"> ({limits(low, high, (value) => formatFixed(value, 1))})</span>
      </span>
      <span className="block text-sm text-ink-mute">{describeCounted(shrunkRatio)}</span>
      <span className="block text-sm text-ink-mute">
        {describeChance(qValue)}, {formatProbability('q', qValue)}
      </span>
    </span>
  );
});

const Revenue = memo(function Revenue({ row, currency }: { row: IssueRow; currency: string }) {
  const { exposed, atRisk, interval, noExposedReason, noAtRiskReason, basis } = describeRevenue(
    row,
    currency,
  );
  if (exposed === null) {
    return (
      <span className="block text-sm text-ink-mute">
        <span aria-hidden>– </span>Unknown:{' '}
        {row.exposedAccounts > 0 ? (
          <TextLink href={row.exposedHref} className="font-normal">
            {noExposedReason}
          </TextLink>
        ) : (
          noExposedReason
        )}
      </span>
    );
  }
  return (
    <span className="block">
      <TextLink href={row.exposedHref} className="whitespace-nowrap">
        {exposed} exposed
      </TextLink>
      {/* Lines of 28 px keep the two links apart enough for a finger. */}
      <span className="block text-sm leading-7 text-ink-mute">
        {atRisk === null ? (
          `– at risk: ${noAtRiskReason}`
        ) : (
          <TextLink href={row.exposedHref} className="font-normal">
            {atRisk} at risk
          </TextLink>
        )}
      </span>
      {atRisk !== null && (
        <span className="block whitespace-nowrap text-sm text-ink-mute">
          ({interval ?? 'interval unknown'})
        </span>
      )}
      {basis && <span className="block text-sm text-ink-mute">{basis}</span>}
    </span>
  );
});

const Trend = memo(function Trend({ values }: { values: number[] }) {
  const label = `Problem mentions a week, last ${values.length} weeks: from ${values[0] ?? 0} to ${values.at(-1) ?? 0}, at most ${Math.max(...values)}`;
  return <Sparkline values={values} label={label} />;
});

function limits(low: number | null, high: number | null, format: (value: number) => string): string {
  if (low === null || high === null) return 'interval unknown';
  return `${format(low)} to ${format(high)}`;
}
