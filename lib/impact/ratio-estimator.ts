import { type AccountCells, addUpByAccount } from '@/lib/impact/account-cells';
import { FEEDBACK_LEVELS } from '@/lib/impact/feedback-levels';
import { type AccountWeights, groupsOf, type StratumIndex } from '@/lib/impact/strata';
import { addStratum, finishMantelHaenszel, noStrata, type RiskRatio } from '@/lib/stats/mantel-haenszel';

interface ThemeTable {
  coarsening: number;
  /** Months of one account and pair; a pair is where months stand among all months and where they belong. */
  entries: AccountCells;
  /** For each pair, the cell its months stand in, and that where they belong by the feedback on other themes. */
  stands: Int32Array;
  belongs: Int32Array;
  /** The cells among these, each once. */
  standsIn: Int32Array;
  belongsIn: Int32Array;
  /** Of each pair, under the weights of the moment. */
  sums: Sums;
}

/**
 * Raw risk ratio of each theme under other account weights, each theme at the coarsening given: what a bootstrap asks for
 * again and again. As `collectStrata` and `computeMantelHaenszel` have it, with months of one account and stratum added up
 * beforehand. Null where undefined under these weights.
 */
export function makeRatioEstimator(
  index: StratumIndex,
  themes: readonly { themeId: string; coarsening: number }[],
): (weights: AccountWeights) => (RiskRatio | null)[] {
  const tables = themes.map(({ themeId, coarsening }) => tabulateTheme(index, themeId, coarsening));
  const everyRow = index.accountOfRow.map((_, row) => row);
  const used = [...new Set(themes.map(({ coarsening }) => coarsening))];
  const all = new Map(
    used.map((coarsening) => {
      const { ofRow, count } = groupsOf(index, coarsening);
      const cellOf = (_: number, row: number) =>
        (ofRow[row] ?? 0) * FEEDBACK_LEVELS + (index.levelOfRow[row] ?? 0);
      const totals = makeSums(count * FEEDBACK_LEVELS);
      return [coarsening, { entries: addUpByAccount(everyRow, index, cellOf), totals }] as const;
    }),
  );
  const largest = Math.max(0, ...[...all.values()].map(({ totals }) => totals.months.length));
  // What a theme takes out of the unexposed, and what it adds to the exposed; cleared after each theme.
  const taken = makeSums(largest);
  const exposed = makeSums(largest);

  return (weights) => {
    for (const { entries, totals } of all.values()) weigh(entries, weights, totals);
    return tables.map((table) => {
      const totals = all.get(table.coarsening)?.totals;
      if (!totals) return null;
      const { entries, stands, belongs, standsIn, belongsIn, sums: pairs } = table;
      weigh(entries, weights, pairs);
      for (let pair = 0; pair < stands.length; pair++) {
        const months = pairs.months[pair] ?? 0;
        const churned = pairs.churned[pair] ?? 0;
        add(taken, stands[pair] ?? 0, months, churned);
        add(exposed, belongs[pair] ?? 0, months, churned);
      }
      const sums = noStrata();
      for (let place = 0; place < belongsIn.length; place++) {
        const cell = belongsIn[place] ?? 0;
        addStratum(
          sums,
          exposed.months[cell] ?? 0,
          exposed.churned[cell] ?? 0,
          (totals.months[cell] ?? 0) - (taken.months[cell] ?? 0),
          (totals.churned[cell] ?? 0) - (taken.churned[cell] ?? 0),
        );
      }
      clear(taken, standsIn);
      clear(exposed, belongsIn);
      const ratio = finishMantelHaenszel(sums);
      return ratio !== null && ratio.standardError > 0 ? ratio : null;
    });
  };
}

/**
 * Months and churned months of each cell, each account counted as often as it weighs. A third of the accounts weighs nothing in a
 * replicate, at random: to add their zero is faster than to ask.
 */
function weigh({ account, cell, months, churned }: AccountCells, weights: AccountWeights, sums: Sums): void {
  sums.months.fill(0);
  sums.churned.fill(0);
  for (let entry = 0; entry < cell.length; entry++) {
    const weight = weights === null ? 1 : (weights[account[entry] ?? 0] ?? 0);
    add(sums, cell[entry] ?? 0, weight * (months[entry] ?? 0), weight * (churned[entry] ?? 0));
  }
}

function tabulateTheme(index: StratumIndex, themeId: string, coarsening: number): ThemeTable {
  const theme = index.themes.get(themeId);
  const { ofRow } = groupsOf(index, coarsening);
  const pairs = new Map<number, number>();
  const entries = addUpByAccount(theme?.rows ?? new Int32Array(0), index, (place, row) => {
    const stood = (ofRow[row] ?? 0) * FEEDBACK_LEVELS + (index.levelOfRow[row] ?? 0);
    const pair = stood * FEEDBACK_LEVELS + (theme?.otherLevels[place] ?? 0);
    const number = pairs.get(pair) ?? pairs.size;
    pairs.set(pair, number);
    return number;
  });
  const codes = Int32Array.from(pairs.keys());
  const stands = codes.map((code) => Math.floor(code / FEEDBACK_LEVELS));
  // The group stays; its level becomes that of the feedback on other themes.
  const belongs = codes.map((code, pair) => {
    const stood = stands[pair] ?? 0;
    return stood - (stood % FEEDBACK_LEVELS) + (code % FEEDBACK_LEVELS);
  });
  return {
    ...{ coarsening, entries, stands, belongs },
    standsIn: Int32Array.from(new Set(stands)),
    belongsIn: Int32Array.from(new Set(belongs)),
    sums: makeSums(codes.length),
  };
}

interface Sums {
  months: Float64Array;
  churned: Float64Array;
}

function makeSums(size: number): Sums {
  return { months: new Float64Array(size), churned: new Float64Array(size) };
}

function add({ months, churned }: Sums, cell: number, addedMonths: number, addedChurned: number): void {
  months[cell] = (months[cell] ?? 0) + addedMonths;
  if (addedChurned !== 0) churned[cell] = (churned[cell] ?? 0) + addedChurned;
}

function clear({ months, churned }: Sums, cells: Int32Array): void {
  for (let place = 0; place < cells.length; place++) {
    months[cells[place] ?? 0] = 0;
    churned[cells[place] ?? 0] = 0;
  }
}
