import { spanIsProblem } from '@/lib/annotations/problem-mention';
import type { Scope } from '@/lib/db/scope';

/** Somebody who complained of an issue and can be told what became of it. */
export interface Complainant {
  accountName: string | null;
  contactName: string | null;
  email: string | null;
  /** Statements with the problem, and the day of the latest. */
  statements: number;
  lastSaidAt: Date;
}

/**
 * People who complained of a theme before a day, of accounts that have not left; the latest first. Statements without a known
 * person are counted by their account.
 */
export async function findComplainants(
  scope: Scope,
  { themeId, before }: { themeId: string; before: Date },
): Promise<Complainant[]> {
  return scope.run(
    (db) => db.$queryRaw<Complainant[]>`
      SELECT c.name AS "accountName", p.name AS "contactName", p.email,
        count(DISTINCT f.id)::int AS statements, max(f.occurred_at) AS "lastSaidAt"
      FROM theme_assignments a
        JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
        JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
        JOIN feedback f ON f.workspace_id = a.workspace_id AND f.id = a.feedback_id
        LEFT JOIN accounts c ON c.workspace_id = f.workspace_id AND c.id = f.account_id
        LEFT JOIN contacts p ON p.workspace_id = f.workspace_id AND p.id = f.contact_id
      WHERE a.workspace_id = ${scope.workspaceId}::uuid AND ${spanIsProblem}
        AND coalesce(t.merged_into_id, t.id) = ${themeId}::uuid
        AND f.occurred_at < ${before}::date
        AND (f.account_id IS NOT NULL OR f.contact_id IS NOT NULL)
        AND (c.churned_at IS NULL OR c.churned_at > current_date)
      GROUP BY c.id, c.name, p.id, p.name, p.email
      ORDER BY max(f.occurred_at) DESC, c.id, p.id`,
  );
}
