import type { Db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { withoutNestedLoops } from '@/lib/db/without-nested-loops';
import { type PanelSpec, panelTables } from '@/lib/impact/panel-sql';
import type { ThemeStrata } from '@/lib/impact/strata';
import { feedbackLevel, groupOf } from '@/lib/impact/strata-sql';
import type { Stratum } from '@/lib/stats/mantel-haenszel';

type CellRow = Stratum & { themeId: string };

/**
 * The strata of every theme at one coarsening, counted by the database, as `collectStrata` counts them. A theme without an
 * exposed month is left out.
 */
export async function findThemeStrata(
  scope: Scope,
  spec: PanelSpec,
  coarsening: number,
): Promise<Map<string, ThemeStrata>> {
  const cells = await scope.run((db) =>
    withoutNestedLoops(db, () => findCells(db, scope.workspaceId, spec, coarsening)),
  );
  const themes = new Map<string, ThemeStrata>();
  for (const { themeId, ...stratum } of cells) {
    const theme = themes.get(themeId) ?? { strata: [], exposedMonths: 0, keptExposedMonths: 0 };
    themes.set(themeId, theme);
    theme.exposedMonths += stratum.exposedTotal;
    if (stratum.unexposedTotal === 0) continue;
    theme.keptExposedMonths += stratum.exposedTotal;
    theme.strata.push(stratum);
  }
  return themes;
}

/**
 * Unexposed months are all months of a stratum minus the exposed ones, which stood there with their own theme counted in:
 * so no theme has to pass over all months.
 */
function findCells(db: Db, workspaceId: string, spec: PanelSpec, coarsening: number): Promise<CellRow[]> {
  return db.$queryRaw<CellRow[]>`
    WITH ${panelTables(workspaceId, spec)},
      grouped AS MATERIALIZED (
        SELECT r.account_id, r.month, r.has_churned::int AS churned, coalesce(heard.days, 0) AS heard,
          ${feedbackLevel(Prisma.sql`coalesce(heard.days, 0)`)} AS level, ${groupOf(coarsening)} AS stratum
        FROM risk_month r
          LEFT JOIN feedback_month heard ON heard.account_id = r.account_id AND heard.month = r.month),
      total AS (
        SELECT stratum, level, count(*) AS months, sum(churned) AS churned FROM grouped GROUP BY 1, 2),
      exposed AS MATERIALIZED (
        SELECT e.theme_id, g.stratum, g.level, ${feedbackLevel(Prisma.sql`g.heard - e.days`)} AS other_level, g.churned
        FROM exposure e JOIN grouped g ON g.account_id = e.account_id AND g.month = e.month),
      cell AS (
        SELECT theme_id, stratum, level, sum(months) AS months, sum(churned) AS churned, sum(stood) AS stood,
          sum(stood_churned) AS stood_churned
        FROM (
          SELECT theme_id, stratum, other_level AS level, 1 AS months, churned, 0 AS stood, 0 AS stood_churned
          FROM exposed
          UNION ALL
          SELECT theme_id, stratum, level, 0, 0, 1, churned FROM exposed) each
        GROUP BY 1, 2, 3)
    SELECT cell.theme_id::text AS "themeId", cell.months::int AS "exposedTotal", cell.churned::int AS "exposedChurned",
      (coalesce(total.months, 0) - cell.stood)::int AS "unexposedTotal",
      (coalesce(total.churned, 0) - cell.stood_churned)::int AS "unexposedChurned"
    FROM cell LEFT JOIN total ON total.stratum = cell.stratum AND total.level = cell.level
    WHERE cell.months > 0`;
}
