import { type AccountCells, addUpByAccount } from '@/lib/impact/account-cells';
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
  const tabulate = (positions: Int32Array) =>
    addUpByAccount(positions, index, (_, row) => cellOfRow[row] ?? -1);
  const everyone = tabulate(Int32Array.from(rows.keys()));
  const exposedTo = new Map<string, AccountCells>();
  const tableOf = (themeId: string) => {
    const table = exposedTo.get(themeId) ?? tabulate(index.themes.get(themeId)?.rows ?? new Int32Array(0));
    exposedTo.set(themeId, table);
    return table;
  };

  const addUp = (table: AccountCells, weights: AccountWeights): CellSums => {
    const sums = { months: new Float64Array(cells.size + 1), churned: new Float64Array(cells.size + 1) };
    for (let entry = 0; entry < table.cell.length; entry++) {
      const weight = weights === null ? 1 : (weights[table.account[entry] ?? 0] ?? 0);
      if (weight === 0) continue;
      const months = weight * (table.months[entry] ?? 0);
      const churned = weight * (table.churned[entry] ?? 0);
      addTo(sums, table.cell[entry] ?? 0, months, churned);
      addTo(sums, cells.size, months, churned);
    }
    return sums;
  };

  return (weights) => {
    const all = addUp(everyone, weights);
    return (themeId) => {
      const exposed = addUp(tableOf(themeId), weights);
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
