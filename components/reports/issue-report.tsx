import { Sparkline } from '@/components/charts/sparkline';
import { describeCounted } from '@/components/issues/churn-times';
import {
  describeAgainstOthers,
  describeFixEffect,
  describeNoEffect,
  describePointsGain,
  describeTimes,
  judgePointsGain,
  NO_POINTS,
  per1000,
} from '@/components/issues/fix-words';
import { describeRevenue } from '@/components/issues/revenue-words';
import { StatusBadge } from '@/components/issues/status-badge';
import { toRevenueFigures } from '@/components/issues/to-issue-row';
import { describeEffort } from '@/components/issues/work-line';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { Quote } from '@/components/ui/quote';
import { formatCount, formatDate, formatFixed, formatMonth, formatNumber } from '@/lib/core/format';
import { isChurnLinked } from '@/lib/impact/churn-link';
import type { FixEffectResult } from '@/lib/issues/fix-effect';
import type { IssueReport } from '@/lib/reports/load-report';
import { describeChance, formatProbability } from '@/lib/stats/describe-chance';
import { ReportHead } from './report-head';
import { type ReportHrefs, Rows } from './report-rows';

/** One issue on one page: what it is, why it matters, what customers say. */
export function IssueReportSheet({
  report,
  hrefs,
}: {
  report: IssueReport;
  hrefs?: ReportHrefs | undefined;
}) {
  const { ranking, points, fix, quotes, effortDays, shippedAt } = report;
  const items = [
    ...(ranking ? figures(ranking, hrefs) : []),
    ...(fix ? fixFigures(fix, hrefs) : []),
    ...(shippedAt ? [{ term: 'NPS won back by the fix', description: describePoints(points) }] : []),
  ];
  return (
    <article className="space-y-6 print:space-y-3">
      <ReportHead
        title={report.title}
        workspaceName={report.workspaceName}
        asOf={ranking?.asOf ?? null}
        extra={
          <>
            <StatusBadge status={report.status} />
            {shippedAt && <span>Shipped on {formatDate(shippedAt)}</span>}
            {effortDays !== null && <span>{describeEffort(effortDays)}</span>}
          </>
        }
      />
      <div className="max-w-prose space-y-2 print:max-w-none print:space-y-1">
        {report.facts.map((fact) => (
          <p key={fact}>{fact}</p>
        ))}
      </div>
      {items.length > 0 && <DefinitionList items={items} />}
      {ranking && (
        <figure className="space-y-1">
          <figcaption className="text-sm text-ink-mute">
            Complaints a week over the last {ranking.trend.length} weeks: {ranking.trend.join(', ')}
          </figcaption>
          <Sparkline
            values={ranking.trend}
            label={`From ${ranking.trend[0] ?? 0} to ${ranking.trend.at(-1) ?? 0} a week, at most ${Math.max(0, ...ranking.trend)}`}
          />
        </figure>
      )}
      {quotes.length > 0 && (
        <section aria-labelledby="quotes" className="space-y-4 print:space-y-2">
          <h2 id="quotes" className="text-xl font-semibold tracking-tight">
            In customers’ words
          </h2>
          {/* One page, however much they said: four lines of each on paper. */}
          <ul className="grid gap-5 sm:grid-cols-2 print:grid-cols-2 print:gap-3 print:[&_blockquote]:line-clamp-4 print:[&_blockquote]:text-base">
            {quotes.map(({ text, language, channel, occurredAt }) => (
              <li key={`${occurredAt.getTime()} ${text}`} className="break-inside-avoid">
                <Quote
                  {...(language ? { lang: language } : {})}
                  attribution={`${channel}, ${formatMonth(occurredAt)}`}
                >
                  {text}
                </Quote>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function fixFigures({ effect, reason }: FixEffectResult, hrefs: ReportHrefs | undefined): Definition[] {
  const verdict = 'Did the fix help?';
  if (effect === null) return [{ term: verdict, description: `– ${describeNoEffect(reason)}` }];
  const { rateRatio, againstUntouched } = effect;
  const rate = (of: 'before' | 'after') => {
    const { activeMonths, complainingMonths } = effect[of];
    return (
      <>
        {per1000(complainingMonths, activeMonths)} per 1,000 (
        <Rows href={complainingMonths > 0 ? hrefs?.fixMonths(of, true) : undefined}>
          {formatNumber(complainingMonths)}
        </Rows>{' '}
        of <Rows href={hrefs?.fixMonths(of, false)}>{formatCount(activeMonths, 'account-month')}</Rows>)
      </>
    );
  };
  const words = [
    describeFixEffect(effect),
    rateRatio && `After ÷ before: ${describeTimes(rateRatio.ratio, rateRatio)}.`,
    againstUntouched && `Against the others: ${describeAgainstOthers(againstUntouched)}.`,
  ];
  return [
    { term: 'Complaints before the fix', description: rate('before') },
    { term: 'Complaints after the fix', description: rate('after') },
    { term: verdict, description: words.filter(Boolean).join(' ') },
  ];
}

function describePoints(points: IssueReport['points']): string {
  if (!points) return `– ${NO_POINTS}`;
  const { before, after } = points;
  return `${describePointsGain(points)}. ${judgePointsGain(points)} By ${formatCount(after.answers, 'answer')} after the fix against ${formatCount(before.answers, 'answer')} before; a plain before and after.`;
}

function figures(ranking: NonNullable<IssueReport['ranking']>, hrefs: ReportHrefs | undefined): Definition[] {
  const { estimate, shrunkRatio, currency } = ranking;
  const revenue = describeRevenue(toRevenueFigures(ranking.revenue), currency);
  const score = (value: number | null) => (value === null ? '– left out' : formatFixed(value, 0));
  const limit = (value: number | null) => (value === null ? '∞' : formatFixed(value, 1));
  return [
    { term: 'Rank', description: `${ranking.rank} of ${ranking.issues}` },
    {
      term: 'Priority',
      description: `${formatFixed(ranking.priorityScore, 0)} of 100 (frequency ${score(ranking.frequencyScore)}, churn ${score(ranking.churnScore)}, revenue ${score(ranking.impactScore)})`,
    },
    {
      term: 'Heard from',
      description: (
        <>
          <Rows href={hrefs?.accounts}>{formatCount(ranking.accounts, 'account')}</Rows>,{' '}
          <Rows href={hrefs?.mentions}>{formatCount(ranking.mentions, 'statement')}</Rows>
        </>
      ),
    },
    {
      term: 'ARR exposed now',
      description: revenue.exposed ? (
        <>
          {revenue.exposed} (
          <Rows href={hrefs?.exposed}>{formatCount(ranking.revenue.exposedAccounts, 'account')}</Rows>
          {revenue.basis && `; ${revenue.basis}`})
        </>
      ) : (
        `– ${revenue.noExposedReason}`
      ),
    },
    {
      term: 'ARR at risk, 12 months',
      description: revenue.atRisk ? (
        <>
          <Rows href={hrefs?.exposed}>{revenue.atRisk}</Rows> (95% interval {revenue.interval ?? 'unknown'})
        </>
      ) : (
        `– ${revenue.noAtRiskReason}`
      ),
    },
    {
      term: 'Churn',
      description: estimate ? (
        <>
          <Rows href={hrefs?.months}>{formatFixed(estimate.riskRatio, 1)} times</Rows>
          {` that of like accounts (95% interval ${limit(estimate.interval.low)} to ${limit(estimate.interval.high)}; ${describeCounted(shrunkRatio)} for priority and ARR at risk, ${describeChance(estimate.qValue)}, ${formatProbability('q', estimate.qValue)}). ${isChurnLinked({ estimate }) ? 'Associated with, not caused by.' : 'Not called associated with churn.'}`}
        </>
      ) : (
        '– too little to tell'
      ),
    },
  ];
}
