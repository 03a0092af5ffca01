import type { MinorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import type { Scope } from '@/lib/db/scope';

/** Months after its start at which a cohort is looked at. */
export const COHORT_AGES = [1, 3, 6, 9, 12, 18, 24, 36] as const;

/** What became of a cohort some months after its start. */
export interface CohortAge {
  age: number;
  /** Accounts not gone. */
  kept: number;
  /** ARR at that age over ARR at the start, of the accounts whose ARR is known on both days; gone ones count 0. */
  arrShare: number | null;
  /** How many accounts `arrShare` rests on. */
  arrAccounts: number;
}

/** The accounts that became customers in one month. */
export interface Cohort {
  /** "2025-03" */
  month: string;
  accounts: number;
  /** Only ages that all of its accounts have reached. */
  ages: CohortAge[];
}

/**
 * Cohorts by start month, the latest first. An account is kept at an age if it has not left by the day so many months after
 * its own start. ARR in other currencies is converted by today's rates: a change of rates is no expansion.
 * @param until the last day on which leaving would be known
 */
export async function findCohorts(
  scope: Scope,
  {
    until,
    factors,
    page,
    pageSize,
  }: { until: Date; factors: MinorUnitFactors; page: number; pageSize: number },
): Promise<{ total: number; cohorts: Cohort[]; withoutStart: number }> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const [counts] = await db.$queryRaw<{ total: number; withoutStart: number }[]>`
      SELECT count(DISTINCT date_trunc('month', started_at))::int AS total,
        (count(*) FILTER (WHERE started_at IS NULL))::int AS "withoutStart"
      FROM accounts WHERE workspace_id = ${workspaceId}::uuid AND (started_at IS NULL OR started_at <= ${until}::date)`;
    const rows = await db.$queryRaw<
      {
        month: string;
        accounts: number;
        age: number | null;
        kept: number;
        arrShare: number | null;
        arrAccounts: number;
      }[]
    >`
      WITH cohort AS (
        SELECT date_trunc('month', started_at)::date AS month, count(*)::int AS accounts
        FROM accounts WHERE workspace_id = ${workspaceId}::uuid AND started_at <= ${until}::date
        GROUP BY 1 ORDER BY 1 DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}),
      point AS (
        SELECT cohort.month, c.id, age.n, c.started_at AS first,
          (c.started_at + make_interval(months => age.n))::date AS day,
          (c.churned_at IS NULL OR c.churned_at > c.started_at + make_interval(months => age.n)) AS is_kept
        FROM cohort
          JOIN accounts c ON c.workspace_id = ${workspaceId}::uuid
            AND c.started_at >= cohort.month AND c.started_at < cohort.month + interval '1 month'
          CROSS JOIN unnest(${[...COHORT_AGES]}::int[]) AS age(n)
        WHERE cohort.month + make_interval(months => age.n + 1) <= ${until}::date + 1),
      line AS (
        SELECT h.account_id, h.arr_cents * (${JSON.stringify(factors)}::jsonb ->> h.currency::text)::float8 AS cents,
          CASE WHEN count(*) OVER account = 1 THEN '-infinity'::date ELSE h.valid_from END AS starts,
          coalesce(lead(h.valid_from) OVER (PARTITION BY h.account_id ORDER BY h.valid_from), 'infinity'::date) AS ends
        FROM account_arr h WHERE h.workspace_id = ${workspaceId}::uuid AND h.account_id IN (SELECT id FROM point)
        WINDOW account AS (PARTITION BY h.account_id)),
      seen AS (
        SELECT p.month, p.n, p.is_kept, began.cents AS began, CASE WHEN p.is_kept THEN now.cents ELSE 0 END AS later
        FROM point p
          LEFT JOIN line began ON began.account_id = p.id AND began.starts <= p.first AND p.first < began.ends
          LEFT JOIN line now ON now.account_id = p.id AND now.starts <= p.day AND p.day < now.ends)
      SELECT to_char(cohort.month, 'YYYY-MM') AS month, cohort.accounts, s.n AS age,
        (count(*) FILTER (WHERE s.is_kept))::int AS kept,
        (sum(s.later) FILTER (WHERE s.began > 0 AND s.later IS NOT NULL)
          / nullif(sum(s.began) FILTER (WHERE s.began > 0 AND s.later IS NOT NULL), 0))::float8 AS "arrShare",
        (count(*) FILTER (WHERE s.began > 0 AND s.later IS NOT NULL))::int AS "arrAccounts"
      FROM cohort LEFT JOIN seen s ON s.month = cohort.month
      GROUP BY cohort.month, cohort.accounts, s.n
      ORDER BY cohort.month DESC, s.n`;
    const cohorts = new Map<string, Cohort>();
    for (const { month, accounts, age, ...figures } of rows) {
      const cohort = cohorts.get(month) ?? { month, accounts, ages: [] };
      cohorts.set(month, cohort);
      if (age !== null) cohort.ages.push({ age, ...figures });
    }
    const { total = 0, withoutStart = 0 } = counts ?? {};
    return { total, withoutStart, cohorts: [...cohorts.values()] };
  });
}
