import { FEEDBACK_LEVELS, feedbackLevelOf } from '@/lib/impact/feedback-levels';
import type { Panel } from '@/lib/impact/panel';
import { REVENUE_BAND_NAMES } from '@/lib/impact/revenue-bands';
import { TENURE_BANDS } from '@/lib/impact/tenure-bands';
import type { Stratum } from '@/lib/stats/mantel-haenszel';

/** One of the things that compared months share. */
export type StratumPart = 'plan' | 'field' | 'revenueBand' | 'tenure' | 'renewal' | 'quarter' | 'year';

/**
 * What months must share to be compared, finest first; a theme takes the first that keeps enough of its exposed months.
 * A field of the workspace's own is shared as long as the plan is; where it has chosen none, all months have the same.
 * The order gives up first what is least likely to drive both complaints and churn. Feedback on other themes is shared
 * at every step, so that a talkative account is never compared with a silent one.
 */
export const COARSENINGS: readonly (readonly StratumPart[])[] = [
  ['plan', 'field', 'revenueBand', 'tenure', 'renewal', 'quarter'],
  ['plan', 'field', 'revenueBand', 'tenure', 'renewal', 'year'],
  ['plan', 'field', 'revenueBand', 'tenure', 'renewal'],
  ['plan', 'field', 'tenure', 'renewal'],
  ['tenure', 'renewal'],
  ['tenure'],
  [],
];

/** A coarsening is fine enough when so many per cent of a theme's exposed months have months to be compared with. */
export const DEFAULT_KEPT_PERCENT = 80;

/** The exposed rows of one theme. */
interface ThemeRows {
  rows: Int32Array;
  /** Level of the feedback on other themes, for each of these rows. */
  otherLevels: Uint8Array;
}

/** The panel laid out for fast and repeated tabulation; positions are those of the panel's rows and accounts. */
export interface StratumIndex {
  panel: Panel;
  accountOfRow: Int32Array;
  churnedOfRow: Uint8Array;
  /** Level of the feedback on all themes: what "other themes" means for a row not exposed. */
  levelOfRow: Uint8Array;
  /** For each coarsening, the group of every row (feedback level apart) and the number of groups. */
  groups: readonly { ofRow: Int32Array; count: number }[];
  themes: ReadonlyMap<string, ThemeRows>;
}

/** Times each account counts, by its position in the panel; null counts every account once. */
export type AccountWeights = ArrayLike<number> | null;

/** Months and churned months of all rows by group and feedback level (group x FEEDBACK_LEVELS + level). */
export interface GroupTotals {
  coarsening: number;
  months: Float64Array;
  churned: Float64Array;
}

/** A theme's strata with both exposed and unexposed months, and what was left without comparison. */
export interface ThemeStrata {
  strata: Stratum[];
  exposedMonths: number;
  keptExposedMonths: number;
}

/** Lays a panel out for tabulation. */
export function indexStrata(panel: Panel): StratumIndex {
  const { rows } = panel;
  const codes = codeRows(panel);
  const themes = new Map<string, ThemeRows>();
  for (const [themeId, own] of panel.exposures) {
    const otherLevels = new Uint8Array(own.rows.length);
    for (let place = 0; place < own.rows.length; place++) {
      otherLevels[place] = feedbackLevelOf(at(rows.feedbackDays, at(own.rows, place)) - at(own.days, place));
    }
    themes.set(themeId, { rows: own.rows, otherLevels });
  }
  const levelOfRow = new Uint8Array(rows.length);
  for (let row = 0; row < rows.length; row++) levelOfRow[row] = feedbackLevelOf(at(rows.feedbackDays, row));
  return {
    panel,
    accountOfRow: rows.account,
    churnedOfRow: rows.hasChurned,
    levelOfRow,
    groups: COARSENINGS.map((parts) => groupRows(codes, parts, rows.length)),
    themes,
  };
}

/** Numbers the groups of rows that share all parts, in the order they first appear. */
function groupRows(codes: Codes, parts: readonly StratumPart[], length: number) {
  let count = Math.min(1, length);
  const ofRow = new Int32Array(length);
  for (const part of parts) {
    const { ofRow: codeOfRow, count: codeCount } = codes[part];
    const numbers = new Int32Array(count * codeCount).fill(-1);
    let found = 0;
    for (let row = 0; row < length; row++) {
      const key = at(ofRow, row) * codeCount + at(codeOfRow, row);
      if (numbers[key] === -1) numbers[key] = found++;
      ofRow[row] = at(numbers, key);
    }
    count = found;
  }
  return { ofRow, count };
}

type Codes = Record<StratumPart, { ofRow: ArrayLike<number>; count: number }>;

/** What each row has of each part, as numbers from 0 to below `count`. */
function codeRows({ rows, plans, fields }: Panel): Codes {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < rows.length; row++) {
    first = Math.min(first, at(rows.month, row));
    last = Math.max(last, at(rows.month, row));
  }
  const every = (months: number) => {
    const base = Math.floor(first / months);
    const ofRow = new Int32Array(rows.length);
    for (let row = 0; row < rows.length; row++) ofRow[row] = Math.floor(at(rows.month, row) / months) - base;
    return { ofRow, count: rows.length === 0 ? 0 : Math.floor(last / months) - base + 1 };
  };
  return {
    plan: { ofRow: rows.plan, count: plans.length },
    field: { ofRow: rows.field, count: fields.length },
    revenueBand: { ofRow: rows.revenueBand, count: REVENUE_BAND_NAMES.length },
    tenure: { ofRow: rows.tenureBand, count: TENURE_BANDS.length },
    renewal: { ofRow: rows.isRenewalDue, count: 2 },
    quarter: every(3),
    year: every(12),
  };
}

/** Adds up all rows, exposed or not; once for all themes of a coarsening. */
export function sumGroups(index: StratumIndex, coarsening: number, weights: AccountWeights): GroupTotals {
  const groups = groupsOf(index, coarsening);
  const months = new Float64Array(groups.count * FEEDBACK_LEVELS);
  const churned = new Float64Array(groups.count * FEEDBACK_LEVELS);
  for (let row = 0; row < groups.ofRow.length; row++) {
    const weight = weightOf(index, row, weights);
    const cell = at(groups.ofRow, row) * FEEDBACK_LEVELS + at(index.levelOfRow, row);
    months[cell] = at(months, cell) + weight;
    if (at(index.churnedOfRow, row) === 1) churned[cell] = at(churned, cell) + weight;
  }
  return { coarsening, months, churned };
}

/**
 * The strata of one theme, from the totals of its coarsening under the same weights. Unexposed months are all months of
 * the group at that level of feedback, minus the exposed ones, which stood there with their own theme counted in.
 */
export function collectStrata(
  index: StratumIndex,
  totals: GroupTotals,
  themeId: string,
  weights: AccountWeights,
): ThemeStrata {
  const theme = index.themes.get(themeId);
  const result: ThemeStrata = { strata: [], exposedMonths: 0, keptExposedMonths: 0 };
  if (theme === undefined) return result;
  const groups = groupsOf(index, totals.coarsening);
  const unexposedMonths = totals.months.slice();
  const unexposedChurned = totals.churned.slice();
  const exposedMonths = new Float64Array(totals.months.length);
  const exposedChurned = new Float64Array(totals.months.length);
  for (let position = 0; position < theme.rows.length; position++) {
    const row = at(theme.rows, position);
    const weight = weightOf(index, row, weights);
    const churned = weight * at(index.churnedOfRow, row);
    const group = at(groups.ofRow, row) * FEEDBACK_LEVELS;
    const stood = group + at(index.levelOfRow, row);
    unexposedMonths[stood] = at(unexposedMonths, stood) - weight;
    unexposedChurned[stood] = at(unexposedChurned, stood) - churned;
    const belongs = group + at(theme.otherLevels, position);
    exposedMonths[belongs] = at(exposedMonths, belongs) + weight;
    exposedChurned[belongs] = at(exposedChurned, belongs) + churned;
    result.exposedMonths += weight;
  }
  for (let cell = 0; cell < exposedMonths.length; cell++) {
    const exposedTotal = at(exposedMonths, cell);
    const unexposedTotal = at(unexposedMonths, cell);
    if (exposedTotal === 0 || unexposedTotal === 0) continue;
    result.strata.push({
      exposedTotal,
      exposedChurned: at(exposedChurned, cell),
      unexposedTotal,
      unexposedChurned: at(unexposedChurned, cell),
    });
    result.keptExposedMonths += exposedTotal;
  }
  return result;
}

/**
 * The finest coarsening that keeps enough of the theme's exposed months, or the last. It looks only at who was exposed,
 * never at who churned, so that the choice cannot be tuned to the result; how much is enough is one figure for all themes.
 */
export function chooseCoarsening(
  totalsOf: (coarsening: number) => GroupTotals,
  index: StratumIndex,
  themeId: string,
  keptPercent = DEFAULT_KEPT_PERCENT,
): number {
  const rows = index.themes.get(themeId)?.rows.length ?? 0;
  const fineEnough = COARSENINGS.findIndex(
    (_, coarsening) =>
      rows > 0 && 100 * countKept(index, totalsOf(coarsening), themeId) >= keptPercent * rows,
  );
  return fineEnough === -1 ? COARSENINGS.length - 1 : fineEnough;
}

/** Exposed months of a theme that have months to be compared with, each account counted once. */
function countKept(index: StratumIndex, totals: GroupTotals, themeId: string): number {
  const theme = index.themes.get(themeId);
  const { ofRow } = groupsOf(index, totals.coarsening);
  const exposed = new Int32Array(totals.months.length);
  const taken = new Int32Array(totals.months.length);
  let kept = 0;
  for (let place = 0; theme && place < theme.rows.length; place++) {
    const row = at(theme.rows, place);
    const group = at(ofRow, row) * FEEDBACK_LEVELS;
    const stood = group + at(index.levelOfRow, row);
    const belongs = group + at(theme.otherLevels, place);
    taken[stood] = at(taken, stood) + 1;
    exposed[belongs] = at(exposed, belongs) + 1;
  }
  for (let cell = 0; cell < exposed.length; cell++) {
    if (at(totals.months, cell) > at(taken, cell)) kept += at(exposed, cell);
  }
  return kept;
}

/** The totals of each coarsening, made when first asked for. */
export function makeTotals(
  index: StratumIndex,
  weights: AccountWeights,
): (coarsening: number) => GroupTotals {
  const made = new Map<number, GroupTotals>();
  return (coarsening) => {
    const totals = made.get(coarsening) ?? sumGroups(index, coarsening, weights);
    made.set(coarsening, totals);
    return totals;
  };
}

/** @throws RangeError where there is no such coarsening. */
export function groupsOf(index: StratumIndex, coarsening: number) {
  const groups = index.groups[coarsening];
  if (groups === undefined) throw new RangeError(`there is no coarsening ${coarsening}`);
  return groups;
}

function weightOf(index: StratumIndex, row: number, weights: AccountWeights): number {
  return weights === null ? 1 : at(weights, at(index.accountOfRow, row));
}

/** An element known to be there: positions come from the index itself. */
function at(values: ArrayLike<number>, position: number): number {
  return values[position] ?? 0;
}
