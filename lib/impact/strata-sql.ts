import { Prisma } from '@/lib/db/client';
import { FEEDBACK_LEVEL_STARTS } from '@/lib/impact/feedback-levels';
import { COARSENINGS, type StratumPart } from '@/lib/impact/strata';

/** Each part of a stratum as SQL over a row `r` of `risk_month`, never null, so that equal ones can be joined. */
const PARTS: Record<StratumPart, Prisma.Sql> = {
  plan: Prisma.sql`coalesce('+' || r.plan, '')`,
  // Digested: it may hold anything, too, and would be taken for what stands beside it.
  field: Prisma.sql`coalesce(md5(r.field), '')`,
  revenueBand: Prisma.sql`r.revenue_band`,
  tenure: Prisma.sql`r.tenure_band`,
  renewal: Prisma.sql`r.is_renewal_due`,
  quarter: Prisma.sql`r.month / 3`,
  year: Prisma.sql`r.month / 12`,
};

/**
 * Tables for a WITH clause after `panelTables`, of one theme at one coarsening, by the rules of `collectStrata`:
 *
 * - `theme_month`: each account-month at risk with the days on which the theme was mentioned in its window (0: not
 *   exposed), the level of feedback on other themes and its group.
 * - `compared`: the strata (group and level) with both exposed and unexposed months.
 */
export function strataTables(themeId: string, coarsening: number): Prisma.Sql {
  return Prisma.sql`
    theme_month AS MATERIALIZED (
      SELECT r.*, coalesce(own.days, 0) AS days,
        ${feedbackLevel(Prisma.sql`coalesce(heard.days, 0) - coalesce(own.days, 0)`)} AS level,
        ${groupOf(coarsening)} AS stratum
      FROM risk_month r
        LEFT JOIN feedback_month heard ON heard.account_id = r.account_id AND heard.month = r.month
        LEFT JOIN (SELECT * FROM exposure WHERE theme_id = ${themeId}::uuid) own
          ON own.account_id = r.account_id AND own.month = r.month),
    compared AS (
      SELECT stratum, level FROM theme_month GROUP BY 1, 2 HAVING bool_or(days > 0) AND bool_or(days = 0))`;
}

/** The level (0..4) of a number of days, as `feedbackLevelOf` has it. */
export function feedbackLevel(days: Prisma.Sql): Prisma.Sql {
  const cases = FEEDBACK_LEVEL_STARTS.map(
    (start, level) => Prisma.sql`WHEN ${days} >= ${start}::int THEN ${level}::int`,
  ).reverse();
  return Prisma.sql`CASE ${Prisma.join(cases, ' ')} END`;
}

/** What the months of a group share at a coarsening, in one text; the plan, which may hold anything, stands last. */
export function groupOf(coarsening: number): Prisma.Sql {
  const parts = COARSENINGS[coarsening];
  if (parts === undefined) throw new RangeError(`there is no coarsening ${coarsening}`);
  const texts = [...parts].reverse().map((part) => PARTS[part]);
  return Prisma.sql`concat_ws('|', ${Prisma.join([Prisma.sql`''`, ...texts])})`;
}
