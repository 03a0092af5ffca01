import {
  formatCount,
  formatDate,
  formatMoneyCompact,
  formatMoneyRange,
  formatNumber,
} from '@/lib/core/format';
import { MAX_LINKED_Q_VALUE } from '@/lib/impact/churn-link';
import type { PortfolioAccounts } from '@/lib/impact/portfolio-at-risk';
import type { RecordFilter } from '@/lib/impact/record-filter';
import type { ImpactParameters, ImpactTotals } from '@/lib/impact/schema';

/** "3 of 503 accounts left in the months looked at." in parts, for its numbers open rows; null where churn is not known. */
export function describeLeaving({
  hasChurn,
  panelAccounts,
  churnedAccounts,
}: ImpactTotals): { left: string; of: string; rest: string } | null {
  if (!hasChurn || panelAccounts === 0) return null;
  return {
    left: churnedAccounts === 0 ? 'None' : formatNumber(churnedAccounts),
    of: formatCount(panelAccounts, 'account'),
    rest: 'left in the months looked at.',
  };
}

/** A sum of revenue at risk in parts: the amount and the accounts open rows. */
export interface AtRiskWords {
  before: string;
  amount: string;
  /** Between the amount and the accounts. */
  of: string;
  accounts: string;
  rest: string;
}

/**
 * The revenue at risk, and what is to be said of it; null where it is unknown. First with problems that may be called associated
 * with churn alone: a sum over all of them, each floored at nothing, is more than nothing by chance.
 * @param accounts with such a problem now, and those of them that the sum counts
 */
export function describePortfolio(
  { portfolioAtRiskCents, portfolioInterval, linkedAtRiskCents, linkedInterval, currency }: ImpactTotals,
  accounts: { all: PortfolioAccounts; linked: PortfolioAccounts },
): { linked: AtRiskWords | string | null; all: AtRiskWords } | null {
  if (portfolioAtRiskCents === null) return null;
  const range = (limits: ImpactTotals['portfolioInterval']) =>
    limits?.low == null || limits.high == null
      ? '(interval unknown)'
      : `(95% interval ${formatMoneyRange(limits.low, limits.high, currency)})`;
  const describe = (
    cents: number,
    limits: ImpactTotals['portfolioInterval'],
    { exposed, counted }: PortfolioAccounts,
    [before, is]: [string, string],
  ): AtRiskWords => ({
    before,
    amount: `${formatMoneyCompact(cents, currency)} a year`,
    of: `${range(limits)} ${is}`,
    accounts: formatCount(exposed, 'account'),
    rest: counted < exposed ? `, as far as it is known: of ${formatNumber(counted)} of them` : '',
  });
  const isLinked = `associated with churn (q < ${MAX_LINKED_Q_VALUE})`;
  const whole: [string, string] =
    linkedAtRiskCents === null
      ? ['', 'is at risk over all problems together, at']
      : ['Over all problems together, also those whose link may be chance, it would be', 'at'];
  const all = describe(portfolioAtRiskCents, portfolioInterval, accounts.all, whole);
  // Kept by a version that did not tell them apart.
  if (linkedAtRiskCents === null) return { linked: null, all };
  if (accounts.linked.exposed === 0) {
    return {
      linked: `No revenue is known to be at risk: nobody has a problem now that is ${isLinked}.`,
      all,
    };
  }
  const linked = describe(linkedAtRiskCents, linkedInterval, accounts.linked, [
    '',
    `is at risk with problems ${isLinked}, no account counted twice, at`,
  ]);
  return { linked, all };
}

/** Why churn is left out, to stand after "because"; null where it counts. */
export function describeNoChurn(
  { hasChurn, churnLeftOut }: Pick<ImpactTotals, 'hasChurn' | 'churnLeftOut'>,
  { windowDays, lagDays }: Pick<ImpactParameters, 'windowDays' | 'lagDays'>,
): string | null {
  if (hasChurn) return null;
  return churnLeftOut === 'no-months'
    ? `no month can be looked at: a whole month counts only with the ${windowDays} days of feedback that end ${lagDays} days before it, and the records or the period chosen are shorter`
    : 'no account has a churn date';
}

/** Up to which day the list counts, and why to that one. */
export function describeAsOf(asOf: Date, { to }: Pick<RecordFilter, 'to'>): string {
  const isOfFilter = to !== undefined && to === asOf.toISOString().slice(0, 10);
  return `As of ${formatDate(asOf)}, ${isOfFilter ? 'the last day of the period chosen' : 'the day of the latest feedback'}.`;
}

/** What the ranking had to leave out and why; null where nothing. */
export function describeLeftOut(
  totals: ImpactTotals,
  parameters: Pick<ImpactParameters, 'windowDays' | 'lagDays'>,
  isFiltered = false,
): { title: string; text: string } | null {
  if (isFiltered && totals.accounts === 0) {
    return {
      title: 'No account fits these filters',
      text: 'So there is no churn to compare and no revenue to add up. Take a filter away to see them.',
    };
  }
  const noChurn = describeNoChurn(totals, parameters);
  const hasArr = totals.accountsWithArr > 0;
  if (noChurn === null && hasArr) return null;
  if (noChurn === null) {
    return {
      title: 'Ranked without revenue',
      text: 'The revenue component is left out because no account has a known ARR. Import accounts with their ARR to see what each problem puts at risk.',
    };
  }
  const help =
    totals.churnLeftOut === 'no-months'
      ? 'Choose a longer period, or wait until there is more feedback, to see which problems go with leaving.'
      : isFiltered
        ? 'That is said of the accounts in these filters: widen them to see which problems go with leaving.'
        : 'Import accounts with the day they left to see which problems go with leaving.';
  if (hasArr) {
    return {
      title: 'Ranked without churn',
      text: `The churn component is left out because ${noChurn}. ${help}`,
    };
  }
  return {
    title: 'Ranked without churn and revenue',
    text: `Only how many people speak of a problem counts, because ${noChurn}, and no account has a known ARR. ${help}`,
  };
}
