import type { Replicate } from '@/lib/impact/account-bootstrap';
import { type BaseRate, makeBaseRates } from '@/lib/impact/base-rates';
import type { ChurnAssociations } from '@/lib/impact/churn-association';
import type { ExposedAccount } from '@/lib/impact/exposed-accounts';
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
type PayingAccount = ExposedAccount & { arrCents: number };

/**
 * ARR at risk of every theme: over its exposed accounts, ARR x lost share, with the base rate of the account's plan and
 * revenue band and the shrunk risk ratio. In the bootstrap the drawn accounts teach base rate and ratio anew, while the
 * accounts exposed today stay those they are: they are known, not estimated. Where nobody is known to have left, the base
 * rate is unknown, not 0: most often churn was not recorded. Where less churn goes with a theme nothing is at risk: sum and
 * limits are floored at 0 alike, for limits by percentiles are those of any rising function of a figure, too. A column of themes must not be summed; see
 * `computePortfolioAtRisk`.
 */
export function computeRevenueAtRisk(
  associations: ChurnAssociations,
  exposed: ReadonlyMap<string, readonly ExposedAccount[]>,
  replicates: readonly Replicate[],
): ThemeAtRisk[] {
  const { index, themes, churnedAccounts } = associations;
  const ratesUnder = churnedAccounts > 0 ? makeBaseRates(index) : () => () => () => null;
  const dataRates = ratesUnder(null);
  const replicateRates = replicates.map((replicate) => ratesUnder(replicate.weights));
  return themes.map(({ themeId, shrunk, estimate }, position) => {
    const list = exposed.get(themeId) ?? [];
    const rate = dataRates(themeId);
    const accounts = list.map((account) => ({
      accountId: account.accountId,
      arrCents: account.arrCents,
      lostShare: lostShareOf(rate, account, shrunk.riskRatio),
    }));
    const paying = list.filter((account): account is PayingAccount => account.arrCents !== null);
    const cells = sumCells(paying);
    const isUnknown = paying.length === 0 || estimate === null;
    const total = isUnknown ? null : sumLost(rate, cells, shrunk.riskRatio);
    const totals = replicates.flatMap((replicate, number) => {
      const replicateRate = replicateRates[number]?.(themeId);
      const ratio = Math.exp(replicate.churn[position]?.logRiskRatio ?? 0);
      return replicateRate === undefined ? [] : (sumLost(replicateRate, cells, ratio) ?? []);
    });
    return {
      themeId,
      exposedAccounts: list.length,
      accountsWithArr: paying.length,
      exposedArrCents: paying.length === 0 ? null : paying.reduce((sum, { arrCents }) => sum + arrCents, 0),
      arrAtRiskCents: total === null ? null : Math.max(0, Math.round(total)),
      interval: total === null ? null : computePercentileInterval(totals.map((cents) => Math.max(0, cents))),
      accounts,
    };
  });
}

/**
 * ARR at risk over all themes in minor units, without counting an account twice: an account's share lost over several
 * themes is 1 - product of (1 - share), each share floored at 0 as it is shown, so that a theme that goes with less
 * churn does not hide what another one costs. Accounts of unknown ARR and unknown shares are left out; null where that
 * leaves nothing.
 */
export function computePortfolioAtRisk(themes: readonly Pick<ThemeAtRisk, 'accounts'>[]): number | null {
  const keptShares = new Map<string, { arrCents: number; keptShare: number }>();
  for (const { accountId, arrCents, lostShare } of themes.flatMap((theme) => theme.accounts)) {
    if (arrCents === null || lostShare === null) continue;
    const keptShare = (keptShares.get(accountId)?.keptShare ?? 1) * (1 - Math.max(0, lostShare));
    keptShares.set(accountId, { arrCents, keptShare });
  }
  if (keptShares.size === 0) return null;
  let lostCents = 0;
  for (const { arrCents, keptShare } of keptShares.values()) lostCents += arrCents * (1 - keptShare);
  return Math.round(lostCents);
}

/** How many accounts are exposed to any of these themes, and how many of them the portfolio's ARR at risk rests on. */
export function countPortfolioAccounts(themes: readonly Pick<ThemeAtRisk, 'accounts'>[]): {
  exposed: number;
  counted: number;
} {
  const accounts = themes.flatMap((theme) => theme.accounts);
  const counted = accounts.filter(({ arrCents, lostShare }) => arrCents !== null && lostShare !== null);
  const distinct = (list: readonly AccountAtRisk[]) => new Set(list.map(({ accountId }) => accountId)).size;
  return { exposed: distinct(accounts), counted: distinct(counted) };
}

/** Accounts of one plan and band share a rate, so their ARR is added up first: replicates then cost little. */
function sumCells(accounts: readonly PayingAccount[]): PayingAccount[] {
  const cells = new Map<string, PayingAccount>();
  for (const account of accounts) {
    const key = account.plan === null ? account.revenueBand : `${account.revenueBand} ${account.plan}`;
    const arrCents = (cells.get(key)?.arrCents ?? 0) + account.arrCents;
    cells.set(key, { ...account, arrCents });
  }
  return [...cells.values()];
}

function sumLost(rate: BaseRate, cells: readonly PayingAccount[], riskRatio: number): number | null {
  let lostCents = 0;
  for (const cell of cells) {
    const lostShare = lostShareOf(rate, cell, riskRatio);
    if (lostShare === null) return null;
    lostCents += cell.arrCents * lostShare;
  }
  return lostCents;
}

function lostShareOf(rate: BaseRate, account: ExposedAccount, riskRatio: number): number | null {
  const monthlyChurn = rate(account.plan, account.revenueBand);
  return monthlyChurn === null ? null : computeLostShare(monthlyChurn, riskRatio);
}
