import type { Scope } from '@/lib/db/scope';
import type { CurrencyRates } from '@/lib/impact/load-ranking-input';
import { loadWorkspaceRecords } from '@/lib/impact/load-ranking-input';
import { toEpochDay } from '@/lib/impact/months';
import { type OtherOutcome, withEvent } from '@/lib/impact/other-outcomes';
import { computePanel, type PanelOptions } from '@/lib/impact/panel';
import { type PanelSpec, panelTables } from '@/lib/impact/panel-sql';
import type { RecordFilter } from '@/lib/impact/record-filter';
import { COARSENINGS, collectStrata, indexStrata, sumGroups, type ThemeStrata } from '@/lib/impact/strata';
import { findThemeStrata } from '@/lib/impact/testing/find-theme-strata';
import { listExposures, listPanelRows, type PanelRow } from '@/lib/impact/testing/list-panel-rows';

/** A panel with ids for positions, so that two forms of it can be compared. */
export interface FlatPanel {
  /** By account, then month. */
  rows: (Omit<PanelRow, 'account'> & { accountId: string })[];
  /** By account, month and theme. */
  exposures: { accountId: string; month: number; themeId: string; days: number }[];
  /** For each coarsening, each theme with its strata in an order of no meaning. */
  strata: Record<string, ThemeStrata>[];
}

/** A workspace's panel in both forms; they share the coverage, and the coverage is the first form's. */
export async function findBothPanels(
  scope: Scope,
  {
    today,
    currency = 'USD',
    rates = {},
    options,
    filter = {},
    strataField = '',
    outcome,
  }: {
    today: Date;
    currency?: string;
    rates?: CurrencyRates;
    options: PanelOptions;
    filter?: RecordFilter;
    strataField?: string;
    outcome?: OtherOutcome;
  },
): Promise<{ pure: FlatPanel; sql: FlatPanel }> {
  const records = await loadWorkspaceRecords(scope, {
    ...{ today: toEpochDay(today), currency, rates, filter, strataField },
  });
  if (records === null) throw new Error('the workspace has nothing to make a panel of');
  const accounts = outcome ? records.accounts.map((one) => withEvent(one, outcome)) : records.accounts;
  const index = indexStrata(computePanel({ ...records, accounts }, options));
  const { accountIds, exposures } = index.panel;
  const rows = listPanelRows(index.panel);
  const idOf = (position: number) => accountIds[position] ?? '';
  const pure: FlatPanel = {
    rows: rows.map(({ account, ...row }) => ({ accountId: idOf(account), ...row })),
    exposures: Array.from(exposures.keys(), (themeId) =>
      listExposures(index.panel, themeId).flatMap(({ row, days }) => {
        const at = rows[row];
        return at ? [{ accountId: idOf(at.account), month: at.month, themeId, days }] : [];
      }),
    )
      .flat()
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    strata: COARSENINGS.map((_, coarsening) => {
      const totals = sumGroups(index, coarsening, null);
      return sortStrata(
        Array.from(exposures.keys(), (themeId) => [themeId, collectStrata(index, totals, themeId, null)]),
      );
    }),
  };
  const spec = { coverage: records.coverage, currency, rates, filter, strataField, outcome, ...options };
  return { pure, sql: await findFlat(scope, spec) };
}

async function findFlat(scope: Scope, spec: PanelSpec): Promise<FlatPanel> {
  const tables = panelTables(scope.workspaceId, spec);
  const strata: FlatPanel['strata'] = [];
  for (const coarsening of COARSENINGS.keys()) {
    strata.push(sortStrata(await findThemeStrata(scope, spec, coarsening)));
  }
  return scope.run(async (db) => ({
    rows: await db.$queryRaw<FlatPanel['rows']>`
      WITH ${tables}
      SELECT r.account_id::text AS "accountId", r.month, r.has_churned AS "hasChurned", r.plan, r.field,
        r.revenue_band AS "revenueBand", r.tenure_band AS "tenureBand", r.is_renewal_due AS "isRenewalDue",
        coalesce(heard.days, 0) AS "feedbackDays"
      FROM risk_month r
        LEFT JOIN feedback_month heard ON heard.account_id = r.account_id AND heard.month = r.month
      ORDER BY r.account_id::text COLLATE "C", r.month`,
    exposures: await db.$queryRaw<FlatPanel['exposures']>`
      WITH ${tables}
      SELECT e.account_id::text AS "accountId", e.month, e.theme_id::text AS "themeId", e.days
      FROM exposure e JOIN risk_month r ON r.account_id = e.account_id AND r.month = e.month
      ORDER BY e.account_id::text COLLATE "C", e.month, e.theme_id::text COLLATE "C"`,
    strata,
  }));
}

function keyOf({ accountId, month, themeId }: FlatPanel['exposures'][number]): string {
  return `${accountId} ${month} ${themeId}`;
}

function sortStrata(themes: Iterable<readonly [string, ThemeStrata]>): Record<string, ThemeStrata> {
  return Object.fromEntries(
    Array.from(themes, ([themeId, found]) => {
      const strata = [...found.strata].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
      return [themeId, { ...found, strata }];
    }),
  );
}

function textOf(stratum: ThemeStrata['strata'][number]): string {
  const { exposedTotal, exposedChurned, unexposedTotal, unexposedChurned } = stratum;
  return [exposedTotal, exposedChurned, unexposedTotal, unexposedChurned].join(' ');
}
