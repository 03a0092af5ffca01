import type { AccountFilter } from '@/lib/accounts/account-list-query';
import { hasField } from '@/lib/accounts/custom-fields';
import type { MinorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import { mentionIsProblem } from '@/lib/annotations/mention-sql';
import { Prisma } from '@/lib/db/client';
import { themePlaces } from '@/lib/themes/theme-places';

/**
 * A filter as SQL over the accounts table under the alias `c`, beside the tables of `accountRiskTables`. The list and its
 * count share it, so that a count equals its rows.
 * @param today the day on which an account is active or has churned
 * @param factors of the currencies that have a rate
 */
export function accountWhere(
  workspaceId: string,
  filter: AccountFilter,
  today: Date,
  factors: MinorUnitFactors,
): Prisma.Sql {
  const terms = [Prisma.sql`c.workspace_id = ${workspaceId}::uuid`];
  const add = (term: Prisma.Sql) => terms.push(term);
  if (filter.q) {
    const pattern = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
    add(Prisma.sql`(c.name ILIKE ${pattern} OR c.domain ILIKE ${pattern} OR c.external_id ILIKE ${pattern})`);
  }
  if (filter.plan) add(Prisma.sql`c.plan = ${filter.plan}`);
  if (filter.segment) add(Prisma.sql`c.segment = ${filter.segment}`);
  if (filter.field) add(hasField(Prisma.sql`c`, filter.field));
  if (filter.status === 'churned') add(hasChurned(today));
  if (filter.status === 'active') add(Prisma.sql`NOT ${hasChurned(today)}`);
  if (filter.exposed) add(isExposedTo(workspaceId, filter.theme));
  else if (filter.theme) add(hadProblemWith(workspaceId, filter.theme));
  if (filter.mentions) add(hasMentioned(workspaceId, filter.mentions, filter));
  if (filter.currency) add(hasArrIn(filter.currency));
  if (filter.unrated) add(lacksRate(factors));
  if (filter.import) add(isFromImport(filter.import));
  if (filter.owner) add(Prisma.sql`c.owner_id = ${filter.owner}::uuid`);
  if (filter.learned) add(wasLearnedFrom(workspaceId, filter.learned));
  if (filter.since) add(isOfCohort(filter.since, filter.kept));
  if (filter.left) add(leftWithin(filter.left));
  return Prisma.join(terms, ' AND ');
}

/** The accounts that `findLifetimeValue` counts as gone. */
function leftWithin(months: string): Prisma.Sql {
  const [from, to] = months.split('_').map((month) => Prisma.sql`${`${month}-01`}::date`);
  return Prisma.sql`c.churned_at >= ${from} AND c.churned_at < ${to} + interval '1 month'
    AND (c.started_at IS NULL OR c.started_at <= date_trunc('month', c.churned_at))`;
}

/** The accounts that `HealthModelRow.eventAccounts` counts. */
function wasLearnedFrom(workspaceId: string, outcome: string): Prisma.Sql {
  return Prisma.sql`c.id = ANY(coalesce((
    SELECT event_account_ids FROM health_models
    WHERE workspace_id = ${workspaceId}::uuid AND outcome = ${outcome}::health_outcome
    ORDER BY trained_at DESC, id DESC LIMIT 1), '{}'))`;
}

/** The accounts that `findCohorts` counts: begun in a month and, where asked, not gone so many months after their start. */
function isOfCohort(month: string, kept: string | undefined): Prisma.Sql {
  const first = Prisma.sql`${`${month}-01`}::date`;
  const isThere = Prisma.sql`(c.churned_at IS NULL
    OR c.churned_at > c.started_at + make_interval(months => ${Number(kept)}::int))`;
  return Prisma.sql`c.started_at >= ${first} AND c.started_at < ${first} + interval '1 month'
    AND ${kept === undefined ? Prisma.sql`true` : isThere}`;
}

/** The accounts that an import added or changed. One that feedback named for the first time has no record of a change. */
function isFromImport(importId: string): Prisma.Sql {
  return Prisma.sql`(c.import_id = ${importId}::uuid OR EXISTS (
    SELECT 1 FROM import_changes i
    WHERE i.workspace_id = c.workspace_id AND i.account_id = c.id AND i.import_id = ${importId}::uuid))`;
}

/** Whether the account `c` has left by a day. */
export function hasChurned(today: Date): Prisma.Sql {
  return Prisma.sql`coalesce(c.churned_at <= ${today}::date, false)`;
}

/** The accounts that `accountsWithoutRate` of a run counts. */
function lacksRate(factors: MinorUnitFactors): Prisma.Sql {
  const lastDay = Prisma.sql`(SELECT as_of + 1 FROM run)`;
  return Prisma.sql`NOT coalesce(c.churned_at <= ${lastDay}, false) AND NOT ${JSON.stringify(factors)}::jsonb ? (
    SELECT h.currency::text FROM ${arrLineOn(lastDay)})`;
}

/**
 * For a FROM clause: the line `h` of ARR of the account `c` that is in force on a day. An only line holds for all time, as in
 * `loadWorkspaceRecords`: an import knows what an account pays, not since when.
 */
export function arrLineOn(day: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT line.arr_cents, line.currency FROM account_arr line
    WHERE line.workspace_id = c.workspace_id AND line.account_id = c.id
      AND (line.valid_from <= ${day} OR NOT EXISTS (
        SELECT 1 FROM account_arr other
        WHERE other.workspace_id = line.workspace_id AND other.account_id = line.account_id AND other.id <> line.id))
    ORDER BY line.valid_from DESC LIMIT 1) h`;
}

/** The accounts that `findArrCurrencies` counts. */
function hasArrIn(currency: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM account_arr h
    WHERE h.workspace_id = c.workspace_id AND h.account_id = c.id AND h.currency = ${currency})`;
}

/** The accounts that `findThemeAccounts` counts. */
function hasMentioned(workspaceId: string, branch: string, { from, to }: AccountFilter): Prisma.Sql {
  return Prisma.sql`c.id IN (
    SELECT f.account_id FROM feedback f WHERE ${feedbackWhere(workspaceId, { branch, from, to })})`;
}

/** The accounts that a theme's `revenue.exposedAccounts` counts; without a theme, those exposed to any. */
function isExposedTo(workspaceId: string, themeId: string | undefined): Prisma.Sql {
  if (!themeId) return Prisma.sql`c.id IN (SELECT account_id FROM share)`;
  return Prisma.sql`c.id IN (
    SELECT account_id FROM share WHERE theme_id = (
      SELECT coalesce(merged_into_id, id) FROM themes
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${themeId}::uuid))`;
}

/** The accounts that a theme's `accounts` counts: a problem mention up to the run's day, ever. */
function hadProblemWith(workspaceId: string, themeId: string): Prisma.Sql {
  return Prisma.sql`c.id IN (
    SELECT f.account_id
    FROM themes asked
      JOIN ${themePlaces(workspaceId)} place
        ON coalesce(asked.merged_into_id, asked.id) IN (place.head_id, place.branch_id)
      JOIN theme_assignments a ON a.workspace_id = asked.workspace_id AND a.theme_id = place.theme_id
      JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
      JOIN feedback f ON f.workspace_id = a.workspace_id AND f.id = a.feedback_id
    WHERE asked.workspace_id = ${workspaceId}::uuid AND asked.id = ${themeId}::uuid AND ${mentionIsProblem}
      AND f.occurred_at < coalesce((SELECT as_of + 1 FROM run), 'infinity'))`;
}
