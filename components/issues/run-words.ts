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
  /** The accounts behind it: of all problems, or of those associated with churn. */
  opens: '1' | 'linked';
}

/**
 * The revenue at risk, and what is to be said of it; null where it is unknown. First with problems that may be called associated
 * with churn alone: a sum over all of them, each floored at nothing, is more than nothing by chance.
 * @param accounts with such a problem now, and those of them that the sum counts
 */
export function describePortfolio(
  { portfolioAtRiskCents, portfolioInterval, linkedAtRiskCents, linkedInterval, currency }: ImpactTotals,
  accounts: { all: PortfolioAccounts; linked: PortfolioAccounts },
): { first: AtRiskWords | string; all: AtRiskWords | null } | null {
  if (portfolioAtRiskCents === null) return null;
  const range = (limits: ImpactTotals['portfolioInterval']) =>
    limits?.low == null || limits.high == null
      ? '(interval unknown)'
      : `(95% interval ${formatMoneyRange(limits.low, limits.high, currency)})`;
  const known = ({ exposed, counted }: PortfolioAccounts) =>
    counted < exposed ? `, as far as it is known: of ${formatNumber(counted)} of them` : '';
  const atRisk = 'is at risk over 12 months, beyond ordinary churn, at';
  const describe = (before: string, is: string): AtRiskWords => ({
    before,
    amount: `${formatMoneyCompact(portfolioAtRiskCents, currency)} of ARR`,
    of: `${range(portfolioInterval)} ${is}`,
    accounts: formatCount(accounts.all.exposed, 'account'),
    rest: `${known(accounts.all)}.`,
    opens: '1',
  });
  // Kept by a version that did not tell them apart.
  if (linkedAtRiskCents === null) return { first: describe('Over all problems,', atRisk), all: null };
  const all = describe(
    'Over all problems, also those whose link with churn may be chance, it would be',
    'at',
  );
  if (accounts.linked.exposed === 0) {
    return {
      first: 'No revenue is known to be at risk: nobody has a problem now that is associated with churn.',
      all,
    };
  }
  const first: AtRiskWords = {
    before: '',
    amount: `${formatMoneyCompact(linkedAtRiskCents, currency)} of ARR`,
    of: `${range(linkedInterval)} ${atRisk}`,
    accounts: formatCount(accounts.linked.exposed, 'account'),
    rest: ` with problems associated with churn${known(accounts.linked)}.`,
    opens: 'linked',
  };
  return { first, all };
}

/** How the sums of {@link describePortfolio} are to be read. */
export const PORTFOLIO_NOTE = `A problem is called associated with churn where q < ${MAX_LINKED_Q_VALUE}. No account is counted twice.`;

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
