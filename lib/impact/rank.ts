import { DEFAULT_REPLICATES, drawReplicates } from '@/lib/impact/account-bootstrap';
import {
  type ChurnAssociation,
  type ChurnAssociations,
  computeChurnAssociations,
} from '@/lib/impact/churn-association';
import { type ExposedAccount, findExposedAccounts } from '@/lib/impact/exposed-accounts';
import { computeFrequencies } from '@/lib/impact/frequency';
import type { EpochDay } from '@/lib/impact/months';
import { DEFAULT_PANEL_OPTIONS, type PanelInput, type PanelOptions } from '@/lib/impact/panel';
import {
  type Priority,
  type PriorityValues,
  type PriorityWeights,
  rankPriorities,
} from '@/lib/impact/priority';
import {
  churnValueOf,
  computeRankStability,
  type RankStability,
  type ThemeShares,
} from '@/lib/impact/rank-stability';
import { computePortfolioAtRisk, computeRevenueAtRisk, type ThemeAtRisk } from '@/lib/impact/revenue-at-risk';

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
  replicates?: number;
  seed?: number;
}

/** One row of the ranked list, with everything that explains it. */
export interface RankedTheme extends Priority {
  values: PriorityValues;
  /** Distinct accounts (or contacts) that ever mentioned the theme as a problem before `asOfDay`. */
  units: number;
  /** ARR of the accounts exposed now x strategic weight, in minor units. */
  exposedStrategicArrCents: number;
  churn: ChurnAssociation;
  revenue: ThemeAtRisk;
  /** Null where no bootstrap was asked for. */
  stability: RankStability | null;
}

/** The ranked list and what it says of the whole workspace. */
export interface Ranking {
  /** False where no account ever churned; the churn component is then dropped. */
  hasChurn: boolean;
  associations: ChurnAssociations;
  rows: readonly RankedTheme[];
  /** Over all themes shown, no account counted twice, in minor units. */
  portfolioAtRiskCents: number;
}

/** Ranks themes by frequency, churn association and account impact, with intervals and rank stability. */
export function computeRanking(input: RankingInput): Ranking {
  const { themeIds, asOfDay, weights, panel = DEFAULT_PANEL_OPTIONS, minorUnitsPerMajor = 100 } = input;
  const hasChurn = input.accounts.some((account) => account.churnedDay !== null);
  const associations = computeChurnAssociations(input, themeIds, { panel });
  const frequencies = computeFrequencies(input.mentions, asOfDay);
  const window = { asOfDay, windowDays: panel.windowDays };
  const exposed = findExposedAccounts(input.accounts, input.mentions, window);

  const units = numberUnits(
    associations,
    themeIds.map((themeId) => frequencies.get(themeId)?.recencies),
  );
  const strategicArr = ({ accountId, arrCents }: ExposedAccount) =>
    arrCents * (input.strategicWeights?.get(accountId) ?? 1);
  const shares = themeIds.map((themeId): ThemeShares => {
    const recencies = frequencies.get(themeId)?.recencies ?? new Map<string, number>();
    return {
      themeId,
      frequency: Array.from(recencies, ([unitId, value]) => ({ unit: units.get(unitId) ?? -1, value })),
      impact: (exposed.get(themeId) ?? []).map((account) => ({
        unit: units.get(account.accountId) ?? -1,
        value: strategicArr(account) / minorUnitsPerMajor,
      })),
    };
  });

  const replicates = drawReplicates(associations, {
    replicates: input.replicates ?? DEFAULT_REPLICATES,
    seed: input.seed ?? 1,
    otherUnits: units.size - associations.index.panel.accountIds.length,
  });
  const revenue = computeRevenueAtRisk(associations, exposed, replicates);
  const stability = computeRankStability(shares, replicates, weights, { hasChurn });

  const parts = new Map(
    associations.themes.map((churn, position) => {
      const { themeId } = churn;
      const exposedNow = exposed.get(themeId) ?? [];
      const cents = exposedNow.reduce((sum, account) => sum + strategicArr(account), 0);
      const values: PriorityValues = {
        themeId,
        frequency: frequencies.get(themeId)?.frequency ?? 0,
        churn: churnValueOf(churn.shrunk),
        impact: cents / minorUnitsPerMajor,
      };
      return [themeId, { churn, values, cents, revenue: revenue[position] }] as const;
    }),
  );
  const ranked = rankPriorities(
    Array.from(parts.values(), (part) => part.values),
    weights,
    { hasChurn },
  );
  return {
    hasChurn,
    associations,
    portfolioAtRiskCents: computePortfolioAtRisk(revenue),
    rows: ranked.flatMap((priority): RankedTheme[] => {
      const part = parts.get(priority.themeId);
      if (part?.revenue === undefined) return [];
      return [
        {
          ...priority,
          values: part.values,
          units: frequencies.get(priority.themeId)?.recencies.size ?? 0,
          exposedStrategicArrCents: Math.round(part.cents),
          churn: part.churn,
          revenue: part.revenue,
          stability: stability?.get(priority.themeId) ?? null,
        },
      ];
    }),
  };
}

/** The bootstrap's positions: the panel's accounts first, then every other unit that mentions a theme shown. */
function numberUnits(
  associations: ChurnAssociations,
  themes: readonly (ReadonlyMap<string, number> | undefined)[],
): Map<string, number> {
  const units = new Map(
    associations.index.panel.accountIds.map((accountId, position) => [accountId, position]),
  );
  for (const recencies of themes) {
    for (const unitId of recencies?.keys() ?? []) if (!units.has(unitId)) units.set(unitId, units.size);
  }
  return units;
}
