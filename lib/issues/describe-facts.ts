import {
  formatCount,
  formatDate,
  formatFixed,
  formatMoneyCompact,
  formatMoneyRange,
} from '@/lib/core/format';
import { isChurnLinked } from '@/lib/impact/churn-link';
import type { ImpactRun } from '@/lib/impact/queries';
import type { RankedIssue } from '@/lib/issues/find-ranked-issues';
import { formatProbability } from '@/lib/stats/describe-chance';

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
  const isLinked = isChurnLinked(churn);
  if (revenue.exposedArrCents !== null) {
    facts.push(
      `${formatCount(revenue.exposedAccounts, 'customer')} with it now pay ${money(revenue.exposedArrCents)} a year${describeRisk(revenue, isLinked, currency)}.`,
    );
  }
  if (churn.estimate) {
    const { riskRatio, interval, qValue } = churn.estimate;
    const limits = [interval.low, interval.high].map((limit) =>
      limit === null ? 'unbounded' : formatFixed(limit, 1),
    );
    const times = `${formatFixed(riskRatio, 1)} times`;
    const evidence = `95% interval ${limits.join(' to ')}, ${formatProbability('q', qValue)}`;
    facts.push(
      isLinked
        ? `It is associated with ${times} the churn of like accounts without it (${evidence}). Whether it causes it, numbers alone cannot say.`
        : `Accounts with it left ${times} as often as like accounts without it (${evidence}), which may be chance: it is not called associated with churn.`,
    );
  }
  return facts;
}

function describeRisk(
  { arrAtRiskCents, interval }: RankedIssue['details']['revenue'],
  isLinked: boolean,
  currency: string,
): string {
  if (arrAtRiskCents === null) return '';
  const range =
    interval?.low != null && interval.high != null
      ? ` (95% interval ${formatMoneyRange(interval.low, interval.high, currency)})`
      : '';
  const atRisk = formatMoneyCompact(arrAtRiskCents, currency);
  return isLinked
    ? `; about ${atRisk} of it is at risk within 12 months, beyond ordinary churn${range}`
    : `; that any of it is at risk is not shown: the estimate over 12 months is ${atRisk}${range}, and the link with churn may be chance`;
}
