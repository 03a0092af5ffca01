import { mentionIsProblem } from '@/lib/annotations/mention-sql';
import { Prisma } from '@/lib/db/client';

/**
 * Statements with a problem mention, as a query: `unit_id` (the account, else the person, else the statement itself), `has_account`,
 * and `said`, the statement's day since 1970 and its themes as they were assigned, with spaces between them. A theme that several
 * spans name stands there several times; where it counts today is looked up by who reads it.
 * @param statements rows of feedback to look in: a table, or a query in brackets
 * @param condition on them, under the alias `f`
 */
export function saidByStatement(
  workspaceId: string,
  { statements, condition }: { statements: Prisma.Sql; condition: Prisma.Sql },
): Prisma.Sql {
  return Prisma.sql`
    SELECT coalesce(f.account_id, f.contact_id, f.id) AS unit_id, f.account_id IS NOT NULL AS has_account,
      concat_ws(' ', f.occurred_at::date - DATE '1970-01-01', string_agg(a.theme_id::text, ' ')) AS said
    FROM ${statements} f
      JOIN theme_assignments a ON a.workspace_id = f.workspace_id AND a.feedback_id = f.id
      JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
    WHERE f.workspace_id = ${workspaceId}::uuid AND ${mentionIsProblem} AND ${condition}
    GROUP BY f.id, f.account_id, f.contact_id, f.occurred_at`;
}

/** What every unit said, as a query: `unit_id`, `has_account` and `said`, its statements with commas between them. */
export function saidByUnit(statements: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT unit_id, bool_or(has_account) AS has_account, coalesce(string_agg(said, ','), '') AS said
    FROM (${statements}) statement GROUP BY unit_id`;
}
