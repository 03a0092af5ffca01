import type { Replicate } from '@/lib/impact/account-bootstrap';
import { type BaseRate, makeBaseRates } from '@/lib/impact/base-rates';
import type { ChurnAssociations } from '@/lib/impact/churn-association';
import { isChurnLinked } from '@/lib/impact/churn-link';
import type { ExposedAccount } from '@/lib/impact/exposed-accounts';
import {
  cellOf,
  computePortfolioAtRisk,
  makePortfolioDraws,
  type PortfolioAtRisk,
} from '@/lib/impact/portfolio-at-risk';
import type { Interval } from '@/lib/stats/interval';
import { computePercentileInterval } from '@/lib/stats/quantile';

const MONTHS_AHEAD = 12;

/** What an account stands to lose over 12 months with one theme. */
export interface AccountAtRisk {
  accountId: string;
  /** Null where unknown. */
  arrCents: number | null;
  /** Share (0..1) of the ARR; below 0 where the theme goes with less churn; null where the base rate is unknown. */
  lostShare: number | null;
}

/** ARR at risk of one theme over the next 12 months, in minor units. */
export interface ThemeAtRisk {
  themeId: string;
  /** Active accounts with a problem mention in the window, and how many of them have a known ARR. */
  exposedAccounts: number;
  accountsWithArr: number;
  /** The ARR that is known (unweighted); null where it is of no exposed account. */
  exposedArrCents: number | null;
  /** Of the known ARR, at least 0; null where none is known, or the base rate is not, or how the theme goes with churn. */
  arrAtRiskCents: number | null;
  /** Bootstrap over accounts, 95 %; its limits are at least 0, too. */
  interval: Interval | null;
  accounts: readonly AccountAtRisk[];
}

/**
 * Share of an account's ARR that is at risk over 12 months on top of ordinary churn:
 * (1 - p)^12 - (1 - min(1, p x RR))^12, the chance to stay at the base rate minus the chance to stay at the raised one.
 */
export function computeLostShare(monthlyChurn: number, riskRatio: number): number {
  const raised = Math.min(1, monthlyChurn * riskRatio);
  return (1 - monthlyChurn) ** MONTHS_AHEAD - (1 - raised) ** MONTHS_AHEAD;
}

/** An exposed account whose ARR is known. */
export type PayingAccount = ExposedAccount & { arrCents: number };

export function isPaying(account: ExposedAccount): account is PayingAccount {
  return account.arrCents !== null;
}

/** ARR at risk theme by theme, and over themes without counting an account twice. */
export interface RevenueAtRisk {
  themes: ThemeAtRisk[];
  portfolio: PortfolioAtRisk;
  /** Over the themes that may be called associated with churn; 0 where there are none. */
  linkedPortfolio: PortfolioAtRisk;
}

/**
 * ARR at risk of every theme: over its exposed accounts, ARR x lost share, with the base rate of the account's plan and
 * revenue band and the shrunk risk ratio. In the bootstrap the drawn accounts teach base rate and ratio anew, while the
 * accounts exposed today stay those they are: they are known, not estimated, and so are the themes called associated. Where
 * nobody is known to have left, the base rate is unknown, not 0: most often churn was not recorded. Where less churn goes with a
 * theme nothing is at risk: sum and limits are floored at 0 alike, for limits by percentiles are those of any rising function of
 * a figure, too. A column of themes must not be summed; see `computePortfolioAtRisk`.
 */
export function computeRevenueAtRisk(
  associations: ChurnAssociations,
  exposed: ReadonlyMap<string, readonly ExposedAccount[]>,
  replicates: readonly Replicate[],
): RevenueAtRisk {
  const { index, churnedAccounts } = associations;
  const ratesUnder = churnedAccounts > 0 ? makeBaseRates(index) : () => () => () => null;
  const dataRates = ratesUnder(null);
  const prepared = associations.themes.map((association) => {
    const list = exposed.get(association.themeId) ?? [];
    const paying = list.filter(isPaying);
    const draws: number[] = [];
    return {
      association,
      list,
      paying,
      cells: sumCells(paying),
      isLinked: isChurnLinked(association),
      draws,
    };
  });
  const portfolioDraws = makePortfolioDraws(prepared.map(({ paying }) => paying));
  const linkedDraws = makePortfolioDraws(prepared.map(({ paying, isLinked }) => (isLinked ? paying : [])));
  for (const { weights, churn } of replicates) {
    const rates = ratesUnder(weights);
    for (const [position, { association, cells, isLinked, draws }] of prepared.entries()) {
      const rate = rates(association.themeId);
      const ratio = Math.exp(churn[position]?.logRiskRatio ?? 0);
      const shares = new Map(cells.map((cell) => [cellOf(cell), lostShareOf(rate, cell, ratio)]));
      const total = sumLost(rate, cells, ratio);
      if (total !== null) draws.push(Math.max(0, total));
      portfolioDraws.add(position, (cell) => shares.get(cell) ?? null);
      if (isLinked) linkedDraws.add(position, (cell) => shares.get(cell) ?? null);
    }
    portfolioDraws.finish();
    linkedDraws.finish();
  }
  const themes = prepared.map(({ association, list, paying, cells, draws }): ThemeAtRisk => {
    const { themeId, shrunk, estimate } = association;
    const rate = dataRates(themeId);
    const isUnknown = paying.length === 0 || estimate === null;
    const total = isUnknown ? null : sumLost(rate, cells, shrunk.riskRatio);
    return {
      themeId,
      exposedAccounts: list.length,
      accountsWithArr: paying.length,
      exposedArrCents: paying.length === 0 ? null : paying.reduce((sum, { arrCents }) => sum + arrCents, 0),
      arrAtRiskCents: total === null ? null : Math.max(0, Math.round(total)),
      interval: total === null ? null : computePercentileInterval(draws),
      accounts: list.map((account) => ({
        accountId: account.accountId,
        arrCents: account.arrCents,
        lostShare: lostShareOf(rate, account, shrunk.riskRatio),
      })),
    };
  });
  const cents = computePortfolioAtRisk(themes);
  const linked = themes.filter((_, position) => prepared[position]?.isLinked);
  return {
    themes,
    portfolio: { cents, interval: cents === null ? null : portfolioDraws.interval() },
    linkedPortfolio:
      cents === null
        ? { cents, interval: null }
        : { cents: computePortfolioAtRisk(linked) ?? 0, interval: linkedDraws.interval() },
  };
}

/** Accounts of one plan and band share a rate, so their ARR is added up first: replicates then cost little. */
export function sumCells(accounts: readonly PayingAccount[]): PayingAccount[] {
  const cells = new Map<string, PayingAccount>();
  for (const account of accounts) {
    const key = cellOf(account);
    const arrCents = (cells.get(key)?.arrCents ?? 0) + account.arrCents;
    cells.set(key, { ...account, arrCents });
  }
  return [...cells.values()];
}

/** ARR x lost share over accounts, or cells of them; null where a base rate is unknown. */
export function sumLost(rate: BaseRate, cells: readonly PayingAccount[], riskRatio: number): number | null {
  let lostCents = 0;
  for (const cell of cells) {
    const lostShare = lostShareOf(rate, cell, riskRatio);
    if (lostShare === null) return null;
    lostCents += cell.arrCents * lostShare;
  }
  return lostCents;
}

/** Share of an account's ARR that is at risk, by the base rate of its plan and band; null where that is unknown. */
export function lostShareOf(rate: BaseRate, account: ExposedAccount, riskRatio: number): number | null {
  const monthlyChurn = rate(account.plan, account.revenueBand);
  return monthlyChurn === null ? null : computeLostShare(monthlyChurn, riskRatio);
}
