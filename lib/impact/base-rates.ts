import { type AccountCells, addUpByAccount } from '@/lib/impact/account-cells';
import { REVENUE_BAND_NAMES, type RevenueBand } from '@/lib/impact/revenue-bands';
import type { AccountWeights, StratumIndex } from '@/lib/impact/strata';

/** Months of the panel that base rates look back on. */
export const BASE_RATE_MONTHS = 12;

/** The weight of the total in a cell's rate, in account-months: ten accounts over a year. */
export const PRIOR_ACCOUNT_MONTHS = 120;

/** Monthly churn probability (0..1) of unexposed accounts of a plan and revenue band; null without a month to learn from. */
export type BaseRate = (plan: string | null, revenueBand: RevenueBand) => number | null;

/** The base rates under one set of account weights, theme by theme. */
export type BaseRates = (themeId: string) => BaseRate;

interface CellSums {
  /** By cell, the total of all cells last. */
  months: Float64Array;
  churned: Float64Array;
}

/**
 * Monthly churn of accounts not exposed to a theme, over the last 12 months of the panel, by plan and revenue band and
 * shrunk to the total of all unexposed: (churned + 120 x total rate) / (months + 120). Made once for a panel, then
 * asked with the account weights of the data (null) or of a bootstrap replicate.
 */
export function makeBaseRates(index: StratumIndex): (weights: AccountWeights) => BaseRates {
  const { rows, plans } = index.panel;
  const bands = REVENUE_BAND_NAMES.length;
  const total = plans.length * bands;
  const firstMonth = rows.month.reduce((latest, month) => Math.max(latest, month), 0) - BASE_RATE_MONTHS + 1;
  const cellOf = (row: number) => {
    if ((rows.month[row] ?? 0) < firstMonth) return -1;
    return (rows.plan[row] ?? 0) * bands + (rows.revenueBand[row] ?? 0);
  };
  const cells = new Map(
    plans.flatMap((plan, number) =>
      REVENUE_BAND_NAMES.map((band, position) => [keyOf(plan, band), number * bands + position] as const),
    ),
  );
  const tabulate = (positions: Int32Array) => addUpByAccount(positions, index, (_, row) => cellOf(row));
  const everyone = tabulate(rows.account.map((_, row) => row));
  const exposedTo = new Map<string, AccountCells>();
  const tableOf = (themeId: string) => {
    const table = exposedTo.get(themeId) ?? tabulate(index.themes.get(themeId)?.rows ?? new Int32Array(0));
    exposedTo.set(themeId, table);
    return table;
  };

  const addUp = ({ account, cell, months, churned }: AccountCells, weights: AccountWeights): CellSums => {
    const sums = { months: new Float64Array(total + 1), churned: new Float64Array(total + 1) };
    for (let entry = 0; entry < cell.length; entry++) {
      const weight = weights === null ? 1 : (weights[account[entry] ?? 0] ?? 0);
      addTo(sums.months, cell[entry] ?? 0, weight * (months[entry] ?? 0));
      if (churned[entry] !== 0) addTo(sums.churned, cell[entry] ?? 0, weight * (churned[entry] ?? 0));
    }
    for (let own = 0; own < total; own++) {
      addTo(sums.months, total, sums.months[own] ?? 0);
      addTo(sums.churned, total, sums.churned[own] ?? 0);
    }
    return sums;
  };

  return (weights) => {
    const all = addUp(everyone, weights);
    return (themeId) => {
      const exposed = addUp(tableOf(themeId), weights);
      const everywhere = subtract(all, exposed, total);
      return (plan, revenueBand) => {
        if (everywhere.months === 0) return null;
        const own = subtract(all, exposed, cells.get(keyOf(plan, revenueBand)) ?? -1);
        const prior = (PRIOR_ACCOUNT_MONTHS * everywhere.churned) / everywhere.months;
        return (own.churned + prior) / (own.months + PRIOR_ACCOUNT_MONTHS);
      };
    };
  };
}

/** One key for a plan and band; a band has no blank. */
function keyOf(plan: string | null, revenueBand: RevenueBand): string {
  return plan === null ? revenueBand : `${revenueBand} ${plan}`;
}

function addTo(sums: Float64Array, cell: number, added: number): void {
  sums[cell] = (sums[cell] ?? 0) + added;
}

function subtract(all: CellSums, exposed: CellSums, cell: number): { months: number; churned: number } {
  return {
    months: (all.months[cell] ?? 0) - (exposed.months[cell] ?? 0),
    churned: (all.churned[cell] ?? 0) - (exposed.churned[cell] ?? 0),
  };
}
