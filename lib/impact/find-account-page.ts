import type { AccountFilter, AccountListQuery, AccountSort } from '@/lib/accounts/account-list-query';
import { type MinorUnitFactors, minorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { healthTable } from '@/lib/health/find-health';
import { accountRiskTables, factorOf, noRiskReason } from '@/lib/impact/account-risk-sql';
import { accountWhere, hasChurned } from '@/lib/impact/account-where';
import { type AccountContext, type AccountRow, describeAccounts } from '@/lib/impact/describe-accounts';

export interface AccountPage {
  rows: AccountRow[];
  /** Accounts that fit the filter. */
  total: number;
  /** Their ARR at risk in all, and of how many it is known; null where the filter is not about that. */
  risk: { cents: number; known: number } | null;
}

export const ACCOUNTS_PER_PAGE = 50;

/**
 * One page of accounts. Every order is total (the id breaks ties, unknown values come last), so pages neither overlap
 * nor leave anyone out. First the page's ids are found by the sorted column alone, then its rows are described.
 */
export async function findAccountPage(
  scope: Scope,
  { filter, sort, order, page }: AccountListQuery,
  context: AccountContext,
  pageSize = ACCOUNTS_PER_PAGE,
): Promise<AccountPage> {
  const { workspaceId } = scope;
  const factors = minorUnitFactors(context.currency, context.rates);
  const { key, join } = sortBy(sort, workspaceId, context.today, factorOf(factors, Prisma.sql`c.currency`));
  const direction = order === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return scope.run(async (db, inner) => {
    const total = await countAccounts(inner, filter, context.today, factors);
    const ids = await db.$queryRaw<{ id: string }[]>`
      WITH ${accountRiskTables(workspaceId, factors, null, isLinkedOnly(filter))}, ${healthTable(workspaceId)}
      SELECT c.id FROM accounts c ${join}
      WHERE ${accountWhere(workspaceId, filter, context.today, factors)}
      ORDER BY ${key} ${direction} NULLS LAST, c.id
      LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
    const rows = await describeAccounts(
      inner,
      ids.map(({ id }) => id),
      context,
      isLinkedOnly(filter),
    );
    return { rows, total, risk: filter.exposed ? await sumRisk(inner, filter, context) : null };
  });
}

function isLinkedOnly({ exposed }: AccountFilter): boolean {
  return exposed === 'linked';
}

async function sumRisk(
  scope: Scope,
  filter: AccountFilter,
  { currency, rates, today }: AccountContext,
): Promise<AccountPage['risk']> {
  const { workspaceId } = scope;
  const factors = minorUnitFactors(currency, rates);
  const isKnown = Prisma.sql`${noRiskReason(today, factorOf(factors, Prisma.sql`c.currency`))} IS NULL`;
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ cents: number; known: number }[]>`
      WITH ${accountRiskTables(workspaceId, factors, null, isLinkedOnly(filter))}
      SELECT coalesce(sum(risk.cents) FILTER (WHERE ${isKnown}), 0)::float8 AS cents,
        count(*) FILTER (WHERE ${isKnown})::int AS known
      FROM accounts c LEFT JOIN risk ON risk.account_id = c.id
      WHERE ${accountWhere(workspaceId, filter, today, factors)}`,
  );
  return row ?? null;
}

/** What accounts `c` are sorted by, and the table it takes. */
function sortBy(
  sort: AccountSort,
  workspaceId: string,
  today: Date,
  factor: Prisma.Sql,
): { key: Prisma.Sql; join: Prisma.Sql } {
  switch (sort) {
    case 'risk':
      return {
        key: Prisma.sql`CASE WHEN ${noRiskReason(today, factor)} IS NULL THEN coalesce(risk.cents, 0) END`,
        join: Prisma.sql`LEFT JOIN risk ON risk.account_id = c.id`,
      };
    case 'feedback':
      return {
        key: Prisma.sql`heard.latest`,
        join: Prisma.sql`LEFT JOIN (
          SELECT account_id, max(occurred_at) AS latest FROM feedback
          WHERE workspace_id = ${workspaceId}::uuid AND account_id IS NOT NULL
          GROUP BY 1) heard ON heard.account_id = c.id`,
      };
    case 'loss':
      return {
        key: Prisma.sql`CASE WHEN NOT ${hasChurned(today)} THEN health.chance * c.arr_cents * ${factor} END`,
        join: Prisma.sql`LEFT JOIN health ON health.account_id = c.id`,
      };
    case 'arr':
      return { key: Prisma.sql`c.arr_cents * ${factor}`, join: Prisma.empty };
    case 'name':
      return { key: Prisma.sql`lower(c.name)`, join: Prisma.empty };
    case 'renewal':
      return { key: Prisma.sql`c.renewal_at`, join: Prisma.empty };
  }
}

/**
 * How many accounts a filter has: the number that a screen shows and the list opens.
 * @param factors for a filter about rates
 */
export async function countAccounts(
  scope: Scope,
  filter: AccountFilter,
  today: Date,
  factors: MinorUnitFactors = {},
): Promise<number> {
  const { workspaceId } = scope;
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ n: number }[]>`
      WITH ${accountRiskTables(workspaceId, {}, null, isLinkedOnly(filter))}
      SELECT count(*)::int AS n FROM accounts c WHERE ${accountWhere(workspaceId, filter, today, factors)}`,
  );
  return row?.n ?? 0;
}
