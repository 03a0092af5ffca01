import { formatCount, formatDate, formatFixed, formatMoneyCompact } from '@/lib/core/format';
import type { ImpactRun } from '@/lib/impact/queries';
import type { RankedIssue } from '@/lib/issues/find-ranked-issues';

/** What facts are told from; an issue without a rank has none. Notes are not told: they are the workspace's own. */
export interface KnownIssue {
  run: Pick<ImpactRun, 'asOf' | 'totals'> | null;
  ranked: RankedIssue | null;
  /** Ranked issues in all. */
  issues: number;
}

/** What is known of an issue in plain sentences, for people who do not have the screen before them. */
export function describeFacts({ run, ranked, issues }: KnownIssue): string[] {
  if (!run || !ranked) return ['It has no figures: it was made by hand, or nobody complains of it now.'];
  const { currency } = run.totals;
  const { revenue, churn } = ranked.details;
  const money = (cents: number) => formatMoneyCompact(cents, currency);
  const facts = [
    `Customers complained of this in ${formatCount(ranked.mentions, 'statement')} from ${formatCount(ranked.accounts, 'account')}, as of ${formatDate(run.asOf)}. It ranks ${ranked.rank} of ${issues}, with a priority of ${formatFixed(ranked.priorityScore, 0)} of 100.`,
  ];
  if (revenue.exposedArrCents !== null) {
    const risk =
      revenue.arrAtRiskCents === null
        ? ''
        : `; about ${money(Math.max(0, revenue.arrAtRiskCents))} of it is at risk within 12 months${
            revenue.interval?.low != null && revenue.interval.high != null
              ? ` (95% interval ${money(revenue.interval.low)} to ${money(revenue.interval.high)})`
              : ''
          }`;
    facts.push(
      `${formatCount(revenue.exposedAccounts, 'customer')} with it now pay ${money(revenue.exposedArrCents)} a year${risk}.`,
    );
  }
  if (churn.estimate) {
    const { riskRatio, interval } = churn.estimate;
    const limits = [interval.low, interval.high].map((limit) =>
      limit === null ? 'unbounded' : formatFixed(limit, 1),
    );
    facts.push(
      `It is associated with ${formatFixed(riskRatio, 1)} times the churn of like accounts without it (95% interval ${limits.join(' to ')}).`,
    );
  }
  return facts;
}
