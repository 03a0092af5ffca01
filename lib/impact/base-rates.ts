import type { RevenueBand } from '@/lib/impact/revenue-bands';
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
  const { rows } = index.panel;
  const firstMonth = rows.reduce((latest, row) => Math.max(latest, row.month), 0) - BASE_RATE_MONTHS + 1;
  const cells = new Map<string, number>();
  const cellOfRow = Int32Array.from(rows, ({ month, plan, revenueBand }) => {
    if (month < firstMonth) return -1;
    const key = keyOf(plan, revenueBand);
    const cell = cells.get(key) ?? cells.size;
    cells.set(key, cell);
    return cell;
  });
  const recentRows = Int32Array.from(rows.keys()).filter((row) => cellOfRow[row] !== -1);

  const addUp = (positions: Int32Array, weights: AccountWeights): CellSums => {
    const sums = { months: new Float64Array(cells.size + 1), churned: new Float64Array(cells.size + 1) };
    for (const row of positions) {
      const cell = cellOfRow[row] ?? -1;
      if (cell === -1) continue;
      const weight = weights === null ? 1 : (weights[index.accountOfRow[row] ?? -1] ?? 0);
      addTo(sums, cell, weight, weight * (index.churnedOfRow[row] ?? 0));
      addTo(sums, cells.size, weight, weight * (index.churnedOfRow[row] ?? 0));
    }
    return sums;
  };

  return (weights) => {
    const all = addUp(recentRows, weights);
    return (themeId) => {
      const exposed = addUp(index.themes.get(themeId)?.rows ?? new Int32Array(0), weights);
      const total = subtract(all, exposed, cells.size);
      return (plan, revenueBand) => {
        if (total.months === 0) return null;
        const own = subtract(all, exposed, cells.get(keyOf(plan, revenueBand)) ?? -1);
        const prior = (PRIOR_ACCOUNT_MONTHS * total.churned) / total.months;
        return (own.churned + prior) / (own.months + PRIOR_ACCOUNT_MONTHS);
      };
    };
  };
}

function keyOf(plan: string | null, revenueBand: RevenueBand): string {
  return JSON.stringify([plan, revenueBand]);
}

function addTo(sums: CellSums, cell: number, months: number, churned: number): void {
  sums.months[cell] = (sums.months[cell] ?? 0) + months;
  sums.churned[cell] = (sums.churned[cell] ?? 0) + churned;
}

function subtract(all: CellSums, exposed: CellSums, cell: number): { months: number; churned: number } {
  return {
    months: (all.months[cell] ?? 0) - (exposed.months[cell] ?? 0),
    churned: (all.churned[cell] ?? 0) - (exposed.churned[cell] ?? 0),
  };
}
