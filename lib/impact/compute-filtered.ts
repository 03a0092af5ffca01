import { minorUnitDigits } from '@/lib/core/money';
import type { Scope } from '@/lib/db/scope';
import { DEFAULT_REPLICATES } from '@/lib/impact/account-bootstrap';
import { detailsOf, totalsOf } from '@/lib/impact/impact-details';
import { type CurrencyRates, loadWorkspaceRecords } from '@/lib/impact/load-ranking-input';
import { toEpochDay } from '@/lib/impact/months';
import type { PanelOptions } from '@/lib/impact/panel';
import type { PriorityWeights } from '@/lib/impact/priority';
import type { ImpactRun } from '@/lib/impact/queries';
import { computeRanking } from '@/lib/impact/rank';
import type { RecordFilter } from '@/lib/impact/record-filter';
import { DEFAULT_KEPT_PERCENT } from '@/lib/impact/strata';

/** Up to this many accounts a screen can wait for the bootstrap; beyond, intervals of money and certainty stay unknown. */
const MOST_ACCOUNTS_TO_BOOTSTRAP = 2000;
const MS_PER_DAY = 86_400_000;

/**
 * Impact of themes computed anew for some accounts, one channel or a period, and kept nowhere. Scales, q values and shrinkage run
 * over the themes that are left; where people look at many such filters, q values no longer hold their level, so that what is
 * found is to be called exploratory. The impact on scores is not recomputed.
 * @returns null while there is nothing to rank at all.
 */
export async function computeFilteredImpact(
  scope: Scope,
  {
    filter,
    now,
    currency,
    rates,
    weights,
    panel,
  }: {
    filter: RecordFilter;
    now: Date;
    currency: string;
    rates: CurrencyRates;
    weights: PriorityWeights;
    panel: PanelOptions & { strataField?: string };
  },
): Promise<ImpactRun | null> {
  return scope.run(async (db, inner) => {
    const records = await loadWorkspaceRecords(inner, {
      ...{ today: toEpochDay(now), currency, rates, filter },
      strataField: panel.strataField,
    });
    if (!records) return null;
    const { mentionCounts } = records;
    const themeIds = records.themeIds.filter((themeId) => mentionCounts.has(themeId));
    const themes = await db.theme.findMany({
      where: { workspaceId: scope.workspaceId, id: { in: themeIds } },
      select: { id: true, name: true },
    });
    const nameOf = new Map(themes.map(({ id, name }) => [id, name]));
    const ranking = computeRanking({
      ...records,
      themeIds,
      weights,
      panel,
      minorUnitsPerMajor: 10 ** minorUnitDigits(currency),
      replicates: records.accounts.length > MOST_ACCOUNTS_TO_BOOTSTRAP ? 0 : DEFAULT_REPLICATES,
    });
    const { windowDays, lagDays, strataField = '', keptPercent = DEFAULT_KEPT_PERCENT } = panel;
    return {
      id: 'filtered',
      asOf: new Date((records.asOfDay - 1) * MS_PER_DAY),
      computedAt: now,
      parameters: { windowDays, lagDays, keptPercent, strataField, coverage: records.coverage, weights },
      totals: totalsOf(records, ranking),
      rows: ranking.rows.map((row) => ({
        themeId: row.themeId,
        themeName: nameOf.get(row.themeId) ?? '',
        mentions: mentionCounts.get(row.themeId)?.mentions ?? 0,
        accounts: mentionCounts.get(row.themeId)?.accounts ?? 0,
        frequency: row.values.frequency,
        churn: row.values.churn,
        impact: row.values.impact,
        details: detailsOf(
          row,
          mentionCounts.get(row.themeId)?.withoutAccount ?? 0,
          { nps: null, csat: null },
          [],
          [],
        ),
      })),
    };
  });
}
