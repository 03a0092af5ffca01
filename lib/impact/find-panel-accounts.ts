import { type Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { withoutNestedLoops } from '@/lib/db/without-nested-loops';
import { type PanelSpec, panelTables } from '@/lib/impact/panel-sql';

/** An account with months at risk. */
export interface PanelAccountRow {
  accountId: string;
  name: string;
  plan: string | null;
  /** First days of its first and last month, with every month between; an account that left did so in the last. */
  firstMonth: Date;
  lastMonth: Date;
  churnedAt: Date | null;
}

/** Accounts in the panel, and those of them that left in one of its months. */
export interface PanelCounts {
  panelAccounts: number;
  churnedAccounts: number;
}

/** One page of the accounts that all churn figures rest on, by name, and how many there are as of now. */
export async function findPanelAccounts(
  scope: Scope,
  spec: PanelSpec,
  { onlyChurned, page, pageSize }: { onlyChurned: boolean; page: number; pageSize: number },
): Promise<{ counts: PanelCounts; rows: PanelAccountRow[] }> {
  const { workspaceId } = scope;
  const tables = Prisma.sql`
    ${panelTables(workspaceId, spec)},
    member AS MATERIALIZED (
      SELECT account_id, min(starts) AS first_month, max(starts) AS last_month,
        bool_or(has_churned) AS has_churned
      FROM risk_month GROUP BY 1)`;
  const find = async (db: Db) => {
    const [counts] = await db.$queryRaw<PanelCounts[]>`
      WITH ${tables}
      SELECT count(*)::int AS "panelAccounts", (count(*) FILTER (WHERE has_churned))::int AS "churnedAccounts"
      FROM member`;
    const rows = await db.$queryRaw<PanelAccountRow[]>`
      WITH ${tables}
      SELECT c.id AS "accountId", c.name, c.plan, m.first_month AS "firstMonth", m.last_month AS "lastMonth",
        CASE WHEN m.has_churned THEN c.churned_at END AS "churnedAt"
      FROM member m JOIN accounts c ON c.workspace_id = ${workspaceId}::uuid AND c.id = m.account_id
      WHERE ${onlyChurned ? Prisma.sql`m.has_churned` : Prisma.sql`true`}
      ORDER BY c.name, c.id
      LIMIT ${pageSize}::int OFFSET ${(page - 1) * pageSize}::int`;
    return { counts: counts ?? { panelAccounts: 0, churnedAccounts: 0 }, rows };
  };
  return scope.run((db) => withoutNestedLoops(db, () => find(db)));
}
