import { describeCounted } from '@/components/issues/churn-times';
import { PortfolioAtRisk } from '@/components/issues/portfolio-at-risk';
import { describeRevenue } from '@/components/issues/revenue-words';
import { describePortfolio, PORTFOLIO_NOTE } from '@/components/issues/run-words';
import { StatusBadge } from '@/components/issues/status-badge';
import { toRevenueFigures } from '@/components/issues/to-issue-row';
import { Card } from '@/components/ui/card';
import { Table } from '@/components/ui/table';
import { formatCount, formatFixed, formatNumber } from '@/lib/core/format';
import type { ListReport } from '@/lib/reports/load-report';
import { ReportHead } from './report-head';
import { Rows, reportHrefs } from './report-rows';

/** The top of the ranked list on one page. */
export function ListReportSheet({
  report: { workspaceName, ranking },
  workspaceSlug,
}: {
  report: ListReport;
  /** Of a member, who may open the rows; guests have none. */
  workspaceSlug?: string;
}) {
  if (!ranking) {
    return (
      <article className="space-y-6">
        <ReportHead title="What to fix first" workspaceName={workspaceName} asOf={null} />
        <p className="text-ink-mute">Nothing is ranked yet.</p>
      </article>
    );
  }
  const { rows, issues, currency, asOf } = ranking;
  const portfolio = describePortfolio(ranking.totals, ranking.portfolioAccounts);
  const hrefsOf = (row: (typeof rows)[number]) =>
    workspaceSlug === undefined ? undefined : reportHrefs(workspaceSlug, { ...row, asOf });
  return (
    <article className="space-y-6 print:space-y-3">
      <ReportHead title="What to fix first" workspaceName={workspaceName} asOf={ranking.asOf} />
      {portfolio && (
        <p className="max-w-prose print:max-w-none">
          <PortfolioAtRisk words={portfolio.first} workspaceSlug={workspaceSlug} />{' '}
          {portfolio.all && <PortfolioAtRisk words={portfolio.all} workspaceSlug={workspaceSlug} />}{' '}
          {PORTFOLIO_NOTE}
        </p>
      )}
      <Card flush>
        <Table
          caption={`The first ${formatNumber(rows.length)} of ${formatCount(issues, 'issue')}`}
          rows={rows}
          rowKey={({ rank }) => String(rank)}
          onPhone="cards"
          columns={[
            {
              key: 'issue',
              header: 'Issue',
              cell: ({ rank, title, status }) => (
                <span className="flex flex-wrap items-baseline gap-2">
                  <span>
                    <span className="text-ink-mute">{rank}</span> {title}
                  </span>
                  <StatusBadge status={status} />
                </span>
              ),
            },
            {
              key: 'priority',
              header: 'Priority',
              align: 'right',
              cell: ({ priorityScore }) => formatFixed(priorityScore, 0),
            },
            {
              key: 'heard',
              header: 'Heard from',
              cell: (row) => (
                <span>
                  <Rows href={hrefsOf(row)?.accounts}>{formatCount(row.accounts, 'account')}</Rows>,{' '}
                  <Rows href={hrefsOf(row)?.mentions}>{formatCount(row.mentions, 'statement')}</Rows>
                </span>
              ),
              className: 'print:whitespace-nowrap',
            },
            {
              key: 'churn',
              header: 'Churn',
              cell: (row) =>
                row.estimate ? (
                  <span>
                    <Rows href={hrefsOf(row)?.months}>{formatFixed(row.estimate.riskRatio, 1)} times</Rows> (
                    {limit(row.estimate.interval.low)} to {limit(row.estimate.interval.high)})
                    <span className="block text-sm text-ink-mute print:ml-2 print:inline">
                      {describeCounted(row.shrunkRatio)}
                    </span>
                  </span>
                ) : (
                  '– too little to tell'
                ),
              className: 'print:whitespace-nowrap',
            },
            {
              key: 'revenue',
              header: 'ARR at risk, 12 months',
              cell: (row) => {
                const words = describeRevenue(toRevenueFigures(row.revenue), currency);
                return words.atRisk ? (
                  <span className="print:whitespace-nowrap">
                    <Rows href={hrefsOf(row)?.exposed}>{words.atRisk}</Rows> (
                    {words.interval ?? 'interval unknown'})
                  </span>
                ) : (
                  `– ${words.noAtRiskReason}`
                );
              },
            },
          ]}
        />
      </Card>
      <p className="max-w-prose text-sm text-ink-mute print:max-w-none">
        Priority is 0 to 100, from how many accounts have the problem, how it goes with churn, and what those
        accounts pay. Intervals are of 95%. Priority and ARR at risk count with the ratio pulled towards 1 as
        far as the data are few. Churn is associated with a problem, which does not say that the problem
        causes it.
      </p>
    </article>
  );
}

function limit(value: number | null): string {
  return value === null ? '∞' : formatFixed(value, 1);
}
