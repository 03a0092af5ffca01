import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import { type Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { withoutNestedLoops } from '@/lib/db/without-nested-loops';
import { type PanelSpec, panelTables } from '@/lib/impact/panel-sql';
import type { RevenueBand } from '@/lib/impact/revenue-bands';
import { strataTables } from '@/lib/impact/strata-sql';
import type { TenureBand } from '@/lib/impact/tenure-bands';

/** The counts that an association with churn rests on, as `ChurnAssociation` has them. */
export interface ChurnCounts {
  exposedAccounts: number;
  exposedMonths: number;
  exposedChurned: number;
  comparisonMonths: number;
  comparisonChurned: number;
}

/** One account in one month at risk, as of the month's first day. */
export interface ChurnMonth {
  accountId: string;
  name: string;
  starts: Date;
  hasChurned: boolean;
  plan: string | null;
  /** Of the workspace's own field, where strata are made by one. */
  field: string | null;
  revenueBand: RevenueBand;
  tenureBand: TenureBand;
  isRenewalDue: boolean;
  /** Of the feedback on other themes, 0..4. */
  level: number;
  /** Whether the month's stratum has months of the other side: an exposed month without any says nothing. */
  isCompared: boolean;
  /** First and last day of the window in which a mention exposes, both included. */
  windowFrom: Date;
  windowTo: Date;
  /** Statements in the window with a problem mention of the theme; 0 for a month that is not exposed. */
  statements: number;
}

/** An account with exposed months, the first and the last of them, and whether it left in one. */
export interface ExposedAccountMonths {
  accountId: string;
  name: string;
  months: number;
  firstMonth: Date;
  lastMonth: Date;
  hasChurned: boolean;
}

/** What a theme is compared in, as its impact says. */
export interface ThemeComparison {
  themeId: string;
  /** Position in `COARSENINGS`. */
  coarsening: number;
}

interface Place {
  page: number;
  pageSize: number;
}

/** Months exposed to the theme, or the unexposed ones that they are compared with; on request only those that ended in leaving. */
export type MonthsFilter = { side: 'exposed' | 'alike'; onlyChurned: boolean };

/** One page of the account-months behind a count, by account and month, and all counts of the theme as of now. */
export async function findChurnMonths(
  scope: Scope,
  spec: PanelSpec,
  theme: ThemeComparison,
  { side, onlyChurned, ...place }: MonthsFilter & Place,
): Promise<{ counts: ChurnCounts; rows: ChurnMonth[] }> {
  const { workspaceId } = scope;
  const among = side === 'exposed' ? isExposed : isAlike;
  type Found = Omit<ChurnMonth, 'statements'>;
  return scope.run(async (db) => {
    const found = await withoutNestedLoops(
      db,
      () => db.$queryRaw<(ChurnCounts & NullableFields<Found>)[]>`
        WITH ${themeTables(workspaceId, spec, theme)},
          page AS (
            SELECT m.*, c.name
            FROM judged m JOIN accounts c ON c.workspace_id = ${workspaceId}::uuid AND c.id = m.account_id
            WHERE ${among} AND ${onlyChurned ? Prisma.sql`m.has_churned` : Prisma.sql`true`}
            ORDER BY c.name, c.id, m.month
            ${limit(place)})
        SELECT counts.*, page.account_id AS "accountId", page.name, page.starts, page.has_churned AS "hasChurned",
          page.plan, page.field, page.revenue_band AS "revenueBand", page.tenure_band AS "tenureBand",
          page.is_renewal_due AS "isRenewalDue", page.level, page.is_compared AS "isCompared",
          page.window_from AS "windowFrom", page.window_until - 1 AS "windowTo"
        FROM counts LEFT JOIN page ON true
        ORDER BY page.name, page.account_id, page.month`,
    );
    const { counts, rows } = split<Found>(found);
    const statements =
      side === 'exposed'
        ? await countStatements(db, workspaceId, { ...spec.filter, branch: theme.themeId }, rows)
        : [];
    return { counts, rows: rows.map((row, index) => ({ ...row, statements: statements[index] ?? 0 })) };
  });
}

/** Statements that each of a page's months is exposed by, in the order of the months. */
async function countStatements(
  db: Db,
  workspaceId: string,
  // Its days go: a window lies within them.
  { from: _from, to: _to, ...filter }: FeedbackFilter,
  rows: readonly Pick<ChurnMonth, 'accountId' | 'windowFrom' | 'windowTo'>[],
): Promise<number[]> {
  const counted = await db.$queryRaw<{ n: number }[]>`
    SELECT said.n
    FROM unnest(${rows.map((row) => row.accountId)}::uuid[], ${rows.map((row) => row.windowFrom)}::date[],
        ${rows.map((row) => row.windowTo)}::date[]) WITH ORDINALITY AS asked(account_id, first_day, last_day, place)
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS n FROM feedback f
        WHERE ${feedbackWhere(workspaceId, { ...filter, problem: '1' })} AND f.account_id = asked.account_id
          AND f.occurred_at >= asked.first_day AND f.occurred_at < asked.last_day + 1) said
    ORDER BY asked.place`;
  return counted.map(({ n }) => n);
}

/** One page of the accounts with exposed months, by name, and all counts of the theme as of now. */
export async function findExposedAccountMonths(
  scope: Scope,
  spec: PanelSpec,
  theme: ThemeComparison,
  place: Place,
): Promise<{ counts: ChurnCounts; rows: ExposedAccountMonths[] }> {
  const { workspaceId } = scope;
  const found = await scope.run((db) =>
    withoutNestedLoops(
      db,
      () => db.$queryRaw<(ChurnCounts & NullableFields<ExposedAccountMonths>)[]>`
      WITH ${themeTables(workspaceId, spec, theme)},
        page AS (
          SELECT c.id, c.name, count(*)::int AS months, min(m.starts) AS first_month, max(m.starts) AS last_month,
            bool_or(m.has_churned) AS has_churned
          FROM judged m JOIN accounts c ON c.workspace_id = ${workspaceId}::uuid AND c.id = m.account_id
          WHERE ${isExposed}
          GROUP BY c.id, c.name
          ORDER BY c.name, c.id
          ${limit(place)})
      SELECT counts.*, page.id AS "accountId", page.name, page.months, page.first_month AS "firstMonth",
        page.last_month AS "lastMonth", page.has_churned AS "hasChurned"
      FROM counts LEFT JOIN page ON true
      ORDER BY page.name, page.id`,
    ),
  );
  return split(found);
}

const isExposed = Prisma.sql`m.days > 0`;
const isAlike = Prisma.sql`m.days = 0 AND m.is_compared`;

/** The months of a theme with whether each is compared, and the counts over all of them. */
function themeTables(
  workspaceId: string,
  spec: PanelSpec,
  { themeId, coarsening }: ThemeComparison,
): Prisma.Sql {
  return Prisma.sql`
    ${panelTables(workspaceId, spec)}, ${strataTables(themeId, coarsening)},
    judged AS MATERIALIZED (
      SELECT t.*, compared.stratum IS NOT NULL AS is_compared
      FROM theme_month t LEFT JOIN compared ON compared.stratum = t.stratum AND compared.level = t.level),
    counts AS (
      SELECT (count(DISTINCT m.account_id) FILTER (WHERE ${isExposed}))::int AS "exposedAccounts",
        (count(*) FILTER (WHERE ${isExposed}))::int AS "exposedMonths",
        (count(*) FILTER (WHERE ${isExposed} AND m.has_churned))::int AS "exposedChurned",
        (count(*) FILTER (WHERE ${isAlike}))::int AS "comparisonMonths",
        (count(*) FILTER (WHERE ${isAlike} AND m.has_churned))::int AS "comparisonChurned"
      FROM judged m)`;
}

function limit({ page, pageSize }: Place): Prisma.Sql {
  return Prisma.sql`LIMIT ${pageSize}::int OFFSET ${(page - 1) * pageSize}::int`;
}

/** A row whose page is empty: the counts stand alone. */
type NullableFields<Row> = { [Field in keyof Row]: Row[Field] | null };

function split<Row extends { accountId: string }>(
  found: (ChurnCounts & NullableFields<Row>)[],
): { counts: ChurnCounts; rows: Row[] } {
  const [first] = found;
  if (first === undefined) throw new Error('a count over all rows gave no row');
  const { exposedAccounts, exposedMonths, exposedChurned, comparisonMonths, comparisonChurned } = first;
  return {
    counts: { exposedAccounts, exposedMonths, exposedChurned, comparisonMonths, comparisonChurned },
    rows: found.filter((row): row is typeof row & Row => row.accountId !== null),
  };
}
