import { DEFAULT_REPLICATES, drawReplicates } from '@/lib/impact/account-bootstrap';
import {
  type ChurnAssociation,
  type ChurnAssociations,
  computeChurnAssociations,
} from '@/lib/impact/churn-association';
import { churnValueOf } from '@/lib/impact/churn-value';
import { type ExposedAccount, findExposedAccounts } from '@/lib/impact/exposed-accounts';
import { computeRecencies } from '@/lib/impact/frequency';
import type { EpochDay } from '@/lib/impact/months';
import {
  DEFAULT_PANEL_OPTIONS,
  type PanelInput,
  type PanelOptions,
  type PreparedPanel,
} from '@/lib/impact/panel';
import type { PortfolioAtRisk } from '@/lib/impact/portfolio-at-risk';
import {
  type KnownComponents,
  type Priority,
  type PriorityValues,
  type PriorityWeights,
  rankPriorities,
} from '@/lib/impact/priority';
import { computeRankStability, type RankStability, type ThemeShares } from '@/lib/impact/rank-stability';
import { computeRevenueAtRisk, type ThemeAtRisk } from '@/lib/impact/revenue-at-risk';
import { findArrCents } from '@/lib/impact/revenue-bands';

/** What a ranking is made from. Mentions of units that are not accounts count for frequency only. */
export interface RankingInput extends PanelInput {
  /** The themes shown: scales, q values and shrinkage run over exactly these. */
  themeIds: readonly string[];
  /** Exclusive end of the records: exposure now is the window that ends before this day. */
  asOfDay: EpochDay;
  weights: PriorityWeights;
  /** How much an account's ARR counts for impact, by account id; 1 where not given. */
  strategicWeights?: ReadonlyMap<string, number>;
  /** Minor units in one major unit of the currency: 100 cents, 1 yen. */
  minorUnitsPerMajor?: number;
  panel?: PanelOptions;
  /** The same records, where they have been put in order before. */
  panelUnder?: PreparedPanel;
  replicates?: number;
  seed?: number;
}

/** One row of the ranked list, with everything that explains it. */
export interface RankedTheme extends Priority {
  values: PriorityValues;
  /** Distinct accounts (or contacts) that ever mentioned the theme as a problem before `asOfDay`. */
  units: number;
  /** Known ARR of the accounts exposed now x strategic weight, in minor units. */
  exposedStrategicArrCents: number;
  churn: ChurnAssociation;
  revenue: ThemeAtRisk;
  /** Null where no bootstrap was asked for. */
  stability: RankStability | null;
}

/** Why churn is left out: no account has a churn date, or no month's whole window lies in the records or the period. */
export type ChurnLeftOut = 'no-churn' | 'no-months';

/** The ranked list and what it says of the whole workspace. */
export interface Ranking {
  /** Why the churn component is dropped; null where it counts. */
  churnLeftOut: ChurnLeftOut | null;
  /** Accounts whose ARR on the day is known; impact is dropped where there are none. */
  accountsWithArr: number;
  associations: ChurnAssociations;
  rows: readonly RankedTheme[];
  /** Over all themes shown, no account counted twice, and over those that may be called associated with churn. */
  portfolio: PortfolioAtRisk;
  linkedPortfolio: PortfolioAtRisk;
}

/** Ranks themes by frequency, churn association and account impact, with intervals and rank stability. */
export function computeRanking(input: RankingInput): Ranking {
  const { themeIds, asOfDay, weights, panel = DEFAULT_PANEL_OPTIONS, minorUnitsPerMajor = 100 } = input;
  const accountsWithArr = input.accounts.filter(
    ({ arrHistory }) => findArrCents(arrHistory, asOfDay) !== null,
  ).length;
  const associations = computeChurnAssociations(input, themeIds, { panel, panelUnder: input.panelUnder });
  const churnLeftOut = findChurnLeftOut(input.accounts, associations);
  const known: KnownComponents = { hasChurn: churnLeftOut === null, hasArr: accountsWithArr > 0 };
  const { accountIds } = associations.index.panel;
  const window = { asOfDay, windowDays: panel.windowDays };
  const exposed = findExposedAccounts(input.accounts, input.mentions, window);
  const { shares, units } = shareOut(input, accountIds, exposed);
  const replicates = drawReplicates(associations, {
    replicates: input.replicates ?? DEFAULT_REPLICATES,
    seed: input.seed ?? 1,
    otherUnits: units - accountIds.length,
  });
  const {
    themes: revenue,
    portfolio,
    linkedPortfolio,
  } = computeRevenueAtRisk(associations, exposed, replicates);
  const stability = computeRankStability(shares, replicates, weights, known);

  const themes = new Map<string, Omit<RankedTheme, keyof Priority>>();
  for (const [position, churn] of associations.themes.entries()) {
    const share = shares[position];
    const atRisk = revenue[position];
    if (share === undefined || atRisk === undefined) continue;
    const { themeId } = churn;
    const impact = sumShares(share.impact);
    themes.set(themeId, {
      values: { themeId, frequency: sumShares(share.frequency), churn: churnValueOf(churn), impact },
      units: share.frequency.length,
      exposedStrategicArrCents: Math.round(impact * minorUnitsPerMajor),
      churn,
      revenue: atRisk,
      stability: stability?.get(themeId) ?? null,
    });
  }
  const values = Array.from(themes.values(), (theme) => theme.values);
  return {
    churnLeftOut,
    accountsWithArr,
    associations,
    portfolio,
    linkedPortfolio,
    rows: rankPriorities(values, weights, known).flatMap((priority) => {
      const theme = themes.get(priority.themeId);
      return theme === undefined ? [] : [{ ...theme, ...priority }];
    }),
  };
}

function findChurnLeftOut(
  accounts: RankingInput['accounts'],
  { index }: ChurnAssociations,
): ChurnLeftOut | null {
  if (accounts.every(({ churnedDay }) => churnedDay === null)) return 'no-churn';
  return index.accountOfRow.length === 0 ? 'no-months' : null;
}

/**
 * What every unit adds to each theme's frequency and impact, and the number of units. Their positions are the panel's
 * accounts first, then every other unit that mentions a theme shown, as the bootstrap draws them.
 */
function shareOut(
  { themeIds, mentions, asOfDay, strategicWeights, minorUnitsPerMajor = 100 }: RankingInput,
  accountIds: readonly string[],
  exposed: ReadonlyMap<string, readonly ExposedAccount[]>,
): { shares: ThemeShares[]; units: number } {
  const recencies = computeRecencies(mentions, asOfDay);
  const positions = new Map(accountIds.map((accountId, position) => [accountId, position]));
  const positionOf = (unitId: string) => {
    const position = positions.get(unitId) ?? positions.size;
    positions.set(unitId, position);
    return position;
  };
  const shares = themeIds.map((themeId) => ({
    themeId,
    frequency: Array.from(recencies.get(themeId) ?? [], ([unitId, value]) => ({
      unit: positionOf(unitId),
      value,
    })),
    impact: (exposed.get(themeId) ?? []).map(({ accountId, arrCents }) => ({
      unit: positionOf(accountId),
      value: ((arrCents ?? 0) / minorUnitsPerMajor) * (strategicWeights?.get(accountId) ?? 1),
    })),
  }));
  return { shares, units: positions.size };
}

function sumShares(shares: ThemeShares['frequency']): number {
  return shares.reduce((sum, { value }) => sum + value, 0);
}
