import { hasField } from '@/lib/accounts/custom-fields';
import { type MinorUnitFactors, minorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import { mentionIsProblem } from '@/lib/annotations/mention-sql';
import { Prisma } from '@/lib/db/client';
import { factorOf } from '@/lib/impact/account-risk-sql';
import type { CurrencyRates } from '@/lib/impact/load-ranking-input';
import type { EpochDay } from '@/lib/impact/months';
import type { OtherOutcome } from '@/lib/impact/other-outcomes';
import type { Coverage, PanelOptions } from '@/lib/impact/panel';
import type { RecordFilter } from '@/lib/impact/record-filter';
import { feedbackInFilter } from '@/lib/impact/record-filter-sql';
import { REVENUE_BANDS } from '@/lib/impact/revenue-bands';
import { THREE_MONTHS_DAYS, TWELVE_MONTHS_DAYS } from '@/lib/impact/tenure-bands';
import { themePlaces } from '@/lib/themes/theme-places';

/** What a panel is made with, beside the workspace's rows. */
export interface PanelSpec extends PanelOptions {
  coverage: Coverage;
  /** Of the workspace, and what one unit of another is worth in it. */
  currency: string;
  rates: CurrencyRates;
  /** Only the accounts and complaints in it; as `loadWorkspaceRecords` narrows them. */
  filter?: RecordFilter;
  /** The workspace's own field that strata are made by; empty for none. */
  strataField?: string | undefined;
  /** The event that months are watched for; leaving unless said. */
  outcome?: OtherOutcome | undefined;
}

/**
 * The person-time panel as tables for a WITH clause, by the rules that `computePanel` writes out; a test holds the two
 * forms against each other row by row.
 *
 * - `looked_at`: the months, each with its first day, that of the next, and its window [window_from, window_until).
 * - `contraction`: each account that came to pay less, with the first day on which it did.
 * - `risk_month`: one row per account and month at risk, with all that strata are made from but feedback, and whether the event
 *   (`has_churned`, also where it is another than leaving) falls in it. Leaving ends the risk of any event.
 * - `exposure`: account, month, theme and the days in the window on which it was mentioned. A theme that was merged, or stands
 *   under another, counts for that other. It also holds months in which the account is not at risk.
 * - `feedback_month`: account, month and the window's days with a mention of any theme.
 *
 * What a query does not ask for is not computed. Windows are joined by day, not by range, so that the planner can hash.
 */
export function panelTables(workspaceId: string, spec: PanelSpec): Prisma.Sql {
  const { coverage, windowDays, lagDays, outcome, filter = {} } = spec;
  const { plan, segment, field } = filter;
  const eventDay = eventDayOf(outcome);
  return Prisma.sql`
    looked_at AS MATERIALIZED (
      SELECT month, starts, ends, starts - ${lagDays + windowDays}::int AS window_from,
        starts - ${lagDays}::int AS window_until
      FROM (
        SELECT (12 * extract(year FROM m) + extract(month FROM m) - 1)::int AS month, m::date AS starts,
          (m + interval '1 month')::date AS ends
        FROM generate_series(date_trunc('month', ${dateOf(coverage.feedbackFrom)}::timestamp),
          ${dateOf(coverage.churnUntil)}::timestamp, interval '1 month') m) each
      WHERE ends <= ${dateOf(coverage.churnUntil)}
        AND starts - ${lagDays + windowDays}::int >= ${dateOf(coverage.feedbackFrom)}
        AND starts - ${lagDays}::int <= ${dateOf(coverage.feedbackUntil)}),
    arr_line AS (
      SELECT account_id, cents, CASE WHEN lines = 1 THEN '-infinity'::date ELSE valid_from END AS valid_from,
        lead(valid_from) OVER (PARTITION BY account_id ORDER BY valid_from) AS valid_until
      FROM (${convertedLines(workspaceId, minorUnitFactors(spec.currency, spec.rates))}) line),
    contraction AS (
      SELECT line.account_id, min(line.valid_from) AS day
      FROM (
          SELECT account_id, valid_from, arr_cents, currency, lag(arr_cents) OVER history AS arr_before,
            lag(currency) OVER history AS currency_before
          FROM account_arr WHERE workspace_id = ${workspaceId}::uuid
          WINDOW history AS (PARTITION BY account_id ORDER BY valid_from)) line
        JOIN accounts c ON c.workspace_id = ${workspaceId}::uuid AND c.id = line.account_id
      WHERE line.currency = line.currency_before AND line.arr_cents < line.arr_before
        AND (c.churned_at IS NULL OR line.valid_from < c.churned_at)
      GROUP BY 1),
    risk_month AS (
      SELECT c.id AS account_id, l.month, l.starts, l.window_from, l.window_until, c.plan,
        ${spec.strataField ? Prisma.sql`c.custom ->> ${spec.strataField}` : Prisma.sql`NULL::text`} AS field,
        coalesce(${eventDay} < l.ends, false) AS has_churned,
        ${revenueBand(Prisma.sql`arr.cents`)} AS revenue_band,
        ${tenureBand(Prisma.sql`l.starts - c.started_at`)} AS tenure_band,
        coalesce(${isRenewalDue(Prisma.sql`l.month`)}, false) AS is_renewal_due
      FROM accounts c
        ${outcome === 'contraction' ? Prisma.sql`LEFT JOIN contraction k ON k.account_id = c.id` : Prisma.empty}
        JOIN looked_at l ON (c.started_at IS NULL OR c.started_at <= l.starts)
          AND (c.churned_at IS NULL OR c.churned_at >= l.starts)
          AND (${eventDay} IS NULL OR ${eventDay} >= l.starts)
        LEFT JOIN arr_line arr ON arr.account_id = c.id AND arr.valid_from <= l.starts
          AND (arr.valid_until IS NULL OR arr.valid_until > l.starts)
      WHERE c.workspace_id = ${workspaceId}::uuid
        AND ${plan ? Prisma.sql`c.plan = ${plan}` : Prisma.sql`true`}
        AND ${segment ? Prisma.sql`c.segment = ${segment}` : Prisma.sql`true`}
        AND ${field ? hasField(Prisma.sql`c`, field) : Prisma.sql`true`}),
    said AS MATERIALIZED (
      SELECT m.account_id, w.month, m.theme_id, m.day
      FROM (
          SELECT DISTINCT f.account_id, place.branch_id AS theme_id, f.occurred_at::date AS day
          FROM theme_assignments a
            JOIN ${themePlaces(workspaceId)} place ON place.theme_id = a.theme_id
            JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
            JOIN feedback f ON f.workspace_id = a.workspace_id AND f.id = a.feedback_id
          WHERE a.workspace_id = ${workspaceId}::uuid AND f.account_id IS NOT NULL AND ${mentionIsProblem}
            AND ${feedbackInFilter(filter)}) m
        JOIN (
          SELECT month, window_from + n AS day FROM looked_at CROSS JOIN generate_series(0, ${windowDays - 1}::int) n
        ) w ON w.day = m.day),
    exposure AS (
      SELECT account_id, month, theme_id, count(*)::int AS days FROM said GROUP BY 1, 2, 3),
    feedback_month AS (
      SELECT account_id, month, count(*)::int AS days
      FROM (SELECT DISTINCT account_id, month, day FROM said) each GROUP BY 1, 2)`;
}

/** The day of the event, null where there was none, by the rules of `withEvent`. */
function eventDayOf(outcome: OtherOutcome | undefined): Prisma.Sql {
  if (outcome === 'contraction') return Prisma.sql`k.day`;
  if (outcome === 'non_renewal') {
    return Prisma.sql`(CASE WHEN ${isRenewalDue(monthOfDate(Prisma.sql`c.churned_at`))} THEN c.churned_at END)`;
  }
  return Prisma.sql`c.churned_at`;
}

/** Whether the renewal of account `c` is due in a month; null where its date is not known. */
function isRenewalDue(month: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`mod(${month} - ${monthOfDate(Prisma.sql`c.renewal_at`)}, 12) = 0`;
}

function monthOfDate(date: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(12 * extract(year FROM ${date}) + extract(month FROM ${date}) - 1)::int`;
}

/** Each line of ARR in the workspace's currency, null without a rate, with the number of the account's lines. */
function convertedLines(workspaceId: string, factors: MinorUnitFactors): Prisma.Sql {
  return Prisma.sql`
    SELECT account_id, valid_from, floor(arr_cents * ${factorOf(factors, Prisma.sql`currency`)} + 0.5) AS cents,
      count(*) OVER (PARTITION BY account_id) AS lines
    FROM account_arr WHERE workspace_id = ${workspaceId}::uuid`;
}

function revenueBand(cents: Prisma.Sql): Prisma.Sql {
  const cases = REVENUE_BANDS.map(({ name, belowCents }) =>
    Number.isFinite(belowCents)
      ? Prisma.sql`WHEN ${cents} < ${belowCents}::float8 THEN ${name}`
      : Prisma.sql`ELSE ${name}`,
  );
  return Prisma.sql`CASE WHEN ${cents} IS NULL THEN 'unknown' ${Prisma.join(cases, ' ')} END`;
}

function tenureBand(days: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE
    WHEN ${days} IS NULL THEN 'unknown'
    WHEN ${days} < ${THREE_MONTHS_DAYS}::int THEN '0-3'
    WHEN ${days} < ${TWELVE_MONTHS_DAYS}::int THEN '3-12'
    ELSE '12+' END`;
}

function dateOf(day: EpochDay): Prisma.Sql {
  return Prisma.sql`(DATE '1970-01-01' + ${day}::int)`;
}
