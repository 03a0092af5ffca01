import {
  DEFAULT_PANEL_OPTIONS,
  type Panel,
  type PanelInput,
  type PanelOptions,
  preparePanel,
} from '@/lib/impact/panel';
import {
  chooseCoarsening,
  collectStrata,
  indexStrata,
  makeTotals,
  type StratumIndex,
  type ThemeStrata,
} from '@/lib/impact/strata';
import { adjustBenjaminiHochberg } from '@/lib/stats/benjamini-hochberg';
import { computeEValue, computeIntervalEValue } from '@/lib/stats/e-value';
import { computeFisherExact } from '@/lib/stats/fisher-exact';
import type { Interval } from '@/lib/stats/interval';
import {
  computeMantelHaenszel,
  type RiskRatio,
  testCochranMantelHaenszel,
} from '@/lib/stats/mantel-haenszel';
import { Z_95 } from '@/lib/stats/normal';
import { computeSpread, type ShrunkEstimate, shrinkEstimate } from '@/lib/stats/shrinkage';

/** Below this many accounts exposed to a theme there is no estimate for it. */
export const MIN_EXPOSED_ACCOUNTS = 5;
/** Below this many churned accounts in the whole panel there is no estimate for any theme. */
export const MIN_CHURNED_ACCOUNTS = 3;

/** Why a theme has no estimate. */
export type NoEstimateReason =
  | 'no-months'
  | 'too-few-exposed-accounts'
  | 'too-few-churned-accounts'
  | 'nothing-comparable'
  | 'no-churn-when-exposed'
  | 'no-churn-in-comparison'
  | 'no-variation';

/** Association of a theme with churn, compared like with like; "associated with", never "causes". */
export interface ChurnEstimate extends RiskRatio {
  test: 'cochran-mantel-haenszel' | 'fisher';
  pValue: number;
  /** Benjamini-Hochberg over the themes asked for. */
  qValue: number;
  eValue: number;
  /** E-value of the interval's limit nearer to 1. */
  intervalEValue: number;
}

/** A risk ratio after shrinkage towards 1 over all themes. */
export interface ShrunkRiskRatio extends ShrunkEstimate {
  riskRatio: number;
  interval: Interval;
}

/** All a screen shows of one theme's association with churn. */
export interface ChurnAssociation {
  themeId: string;
  /** Accounts with an exposed month, their exposed months, and how many of the accounts churned in one. */
  exposedAccounts: number;
  exposedMonths: number;
  exposedChurned: number;
  /** Months without the theme in the same strata, and churned ones among them. */
  comparisonMonths: number;
  comparisonChurned: number;
  /** Position in `COARSENINGS`, strata compared, and share (0..1) of exposed months in them; null when none is exposed. */
  coarsening: number;
  strata: number;
  keptExposedShare: number | null;
  /** Null with the reason beside it. */
  estimate: ChurnEstimate | null;
  reason: NoEstimateReason | null;
  /** Too few data shrink to a ratio of 1. */
  shrunk: ShrunkRiskRatio;
  /** The raw ratio under other lags. */
  sensitivity: readonly { lagDays: number; riskRatio: number | null; interval: Interval | null }[];
}

/** The associations of all themes asked for, and the panel they rest on. */
export interface ChurnAssociations {
  index: StratumIndex;
  /** Accounts with a month at risk, and how many of them churned in one. */
  accounts: number;
  churnedAccounts: number;
  /** Variance of the true log ratios, the measure of shrinkage. */
  spread: number;
  /** In the order asked for. */
  themes: readonly ChurnAssociation[];
}

type RawAssociation = Omit<ChurnAssociation, 'estimate' | 'shrunk' | 'sensitivity'> & {
  raw: { ratio: RiskRatio; test: ChurnEstimate['test']; pValue: number } | null;
};

/**
 * Churn association of each theme over the person-time panel: Mantel-Haenszel risk ratio with Greenland-Robins interval
 * and CMH test, Fisher's test where only one stratum compares; Benjamini-Hochberg q values over `themeIds`, which should
 * be the themes shown; shrinkage of the log ratios over them; e-values; and the raw ratio under other lags.
 */
export function computeChurnAssociations(
  input: PanelInput,
  themeIds: readonly string[],
  {
    panel = DEFAULT_PANEL_OPTIONS,
    sensitivityLagDays = [0, 30, 60],
    panelUnder = preparePanel(input),
  }: {
    panel?: PanelOptions;
    sensitivityLagDays?: readonly number[];
    /** The same records, where they have been put in order before. */
    panelUnder?: (options: PanelOptions) => Panel;
  } = {},
): ChurnAssociations {
  const index = indexStrata(panelUnder(panel));
  const raws = associateThemes(index, themeIds, panel.keptPercent);
  const ratios = raws.map(({ raw }) => raw?.ratio ?? null);
  const spread = computeSpread(ratios.filter((ratio) => ratio !== null));
  const qValues = adjustBenjaminiHochberg(raws.flatMap(({ raw }) => (raw === null ? [] : [raw.pValue])));
  const byLag = sensitivityLagDays.map((lagDays) => ({
    lagDays,
    raws:
      lagDays === panel.lagDays
        ? raws
        : associateThemes(indexStrata(panelUnder({ ...panel, lagDays })), themeIds, panel.keptPercent),
  }));
  let tested = 0;
  const themes = raws.map(({ raw, ...counts }, position): ChurnAssociation => {
    const estimate = raw === null ? null : completeEstimate(raw, qValues[tested++] ?? 1);
    const sensitivity = byLag.map(({ lagDays, raws: others }) => {
      const ratio = others[position]?.raw?.ratio;
      return { lagDays, riskRatio: ratio?.riskRatio ?? null, interval: ratio?.interval ?? null };
    });
    return { ...counts, estimate, shrunk: toRatio(shrinkEstimate(estimate, spread)), sensitivity };
  });
  return {
    index,
    accounts: new Set(index.accountOfRow).size,
    churnedAccounts: countChurned(index),
    spread,
    themes,
  };
}

function associateThemes(
  index: StratumIndex,
  themeIds: readonly string[],
  keptPercent: number | undefined,
): RawAssociation[] {
  const totalsOf = makeTotals(index, null);
  const churnedAccounts = countChurned(index);
  const hasNoMonth = index.accountOfRow.length === 0 && index.panel.accountIds.length > 0;
  return themeIds.map((themeId) => {
    const coarsening = chooseCoarsening(totalsOf, index, themeId, keptPercent);
    const found = collectStrata(index, totalsOf(coarsening), themeId, null);
    const { exposedAccounts, exposedChurned } = countExposed(index, themeId);
    const ratio = computeMantelHaenszel(found.strata);
    const reason = hasNoMonth ? 'no-months' : findReason(found, exposedAccounts, churnedAccounts, ratio);
    return {
      themeId,
      exposedAccounts,
      exposedMonths: found.exposedMonths,
      exposedChurned,
      comparisonMonths: found.strata.reduce((sum, stratum) => sum + stratum.unexposedTotal, 0),
      comparisonChurned: found.strata.reduce((sum, stratum) => sum + stratum.unexposedChurned, 0),
      coarsening,
      strata: found.strata.length,
      keptExposedShare: found.exposedMonths === 0 ? null : found.keptExposedMonths / found.exposedMonths,
      reason,
      raw: reason === null && ratio !== null ? { ratio, ...testStrata(found) } : null,
    };
  });
}

/** Churned accounts, for each churns in one row. */
function countChurned({ churnedOfRow }: StratumIndex): number {
  return churnedOfRow.reduce((sum, churned) => sum + churned, 0);
}

/** Accounts with an exposed month, whose rows follow one another, and how many churned in one. */
function countExposed(
  { themes, accountOfRow, churnedOfRow }: StratumIndex,
  themeId: string,
): { exposedAccounts: number; exposedChurned: number } {
  const counts = { exposedAccounts: 0, exposedChurned: 0 };
  let last = -1;
  for (const row of themes.get(themeId)?.rows ?? []) {
    const account = accountOfRow[row] ?? -1;
    if (account !== last) counts.exposedAccounts++;
    counts.exposedChurned += churnedOfRow[row] ?? 0;
    last = account;
  }
  return counts;
}

function findReason(
  { strata }: ThemeStrata,
  exposedAccounts: number,
  churnedAccounts: number,
  ratio: RiskRatio | null,
): NoEstimateReason | null {
  if (exposedAccounts < MIN_EXPOSED_ACCOUNTS) return 'too-few-exposed-accounts';
  if (churnedAccounts < MIN_CHURNED_ACCOUNTS) return 'too-few-churned-accounts';
  if (strata.length === 0) return 'nothing-comparable';
  if (strata.every((stratum) => stratum.exposedChurned === 0)) return 'no-churn-when-exposed';
  if (ratio === null) return 'no-churn-in-comparison';
  return ratio.standardError > 0 ? null : 'no-variation';
}

function testStrata({ strata }: ThemeStrata): { test: ChurnEstimate['test']; pValue: number } {
  const cmh = testCochranMantelHaenszel(strata, { isCorrected: true });
  if (cmh !== null) return { test: 'cochran-mantel-haenszel', pValue: cmh.pValue };
  const [only] = strata;
  if (only === undefined) throw new RangeError('there is nothing to test');
  const pValue = computeFisherExact([
    [only.exposedChurned, only.exposedTotal - only.exposedChurned],
    [only.unexposedChurned, only.unexposedTotal - only.unexposedChurned],
  ]);
  return { test: 'fisher', pValue };
}

function completeEstimate(raw: NonNullable<RawAssociation['raw']>, qValue: number): ChurnEstimate {
  return {
    ...raw.ratio,
    test: raw.test,
    pValue: raw.pValue,
    qValue,
    eValue: computeEValue(raw.ratio.riskRatio),
    intervalEValue: computeIntervalEValue(raw.ratio.interval),
  };
}

function toRatio(shrunk: ShrunkEstimate): ShrunkRiskRatio {
  const margin = Z_95 * shrunk.standardError;
  return {
    ...shrunk,
    riskRatio: Math.exp(shrunk.logRiskRatio),
    interval: { low: Math.exp(shrunk.logRiskRatio - margin), high: Math.exp(shrunk.logRiskRatio + margin) },
  };
}
