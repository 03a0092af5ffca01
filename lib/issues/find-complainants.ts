import { mentionIsProblem } from '@/lib/annotations/mention-sql';
import { Prisma } from '@/lib/db/client';
import { dayBegins } from '@/lib/db/day-bounds';
import type { Scope } from '@/lib/db/scope';
import { isInBranch, themePlaces } from '@/lib/themes/theme-places';

/** Somebody who complained of an issue and can be told what became of it. */
export interface Complainant {
  accountId: string | null;
  contactId: string | null;
  accountName: string | null;
  contactName: string | null;
  email: string | null;
  /** Statements with the problem, and the day of the latest. */
  statements: number;
  lastSaidAt: Date;
}

interface Asked {
  themeId: string;
  before: Date;
}

/**
 * People who complained of a theme or a sub-theme of it before a day, of accounts that have not left; the latest first. Statements without a known
 * person are counted by their account.
 */
export async function findComplainants(scope: Scope, asked: Asked): Promise<Complainant[]> {
  return scope.run((db) => db.$queryRaw<Complainant[]>(selectComplainants(scope.workspaceId, asked)));
}

/** One page of them, on request those whose address is known, and how many there are of both. */
export async function findComplainantPage(
  scope: Scope,
  asked: Asked,
  { onlyWithEmail, page, pageSize }: { onlyWithEmail: boolean; page: number; pageSize: number },
): Promise<{ rows: Complainant[]; people: number; withEmail: number }> {
  const all = selectComplainants(scope.workspaceId, asked);
  return scope.run(async (db) => {
    const [counts] = await db.$queryRaw<{ people: number; withEmail: number }[]>`
      SELECT count(*)::int AS people, count(q.email)::int AS "withEmail" FROM (${all}) q`;
    const rows = await db.$queryRaw<Complainant[]>`
      SELECT q.* FROM (${all}) q
      WHERE ${onlyWithEmail ? Prisma.sql`q.email IS NOT NULL` : Prisma.sql`true`}
      ORDER BY q."lastSaidAt" DESC, q."accountId", q."contactId"
      LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
    return { rows, people: counts?.people ?? 0, withEmail: counts?.withEmail ?? 0 };
  });
}

function selectComplainants(workspaceId: string, { themeId, before }: Asked): Prisma.Sql {
  return Prisma.sql`
      SELECT c.id AS "accountId", c.name AS "accountName", p.id AS "contactId", p.name AS "contactName", p.email,
        count(DISTINCT f.id)::int AS statements, max(f.occurred_at) AS "lastSaidAt"
      FROM theme_assignments a
        JOIN ${themePlaces(workspaceId)} place ON place.theme_id = a.theme_id
        JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
        JOIN feedback f ON f.workspace_id = a.workspace_id AND f.id = a.feedback_id
        LEFT JOIN accounts c ON c.workspace_id = f.workspace_id AND c.id = f.account_id
        LEFT JOIN contacts p ON p.workspace_id = f.workspace_id AND p.id = f.contact_id
      WHERE a.workspace_id = ${workspaceId}::uuid AND ${mentionIsProblem}
        AND ${isInBranch(themeId)}
        AND f.occurred_at < ${dayBegins(before)}
        AND (f.account_id IS NOT NULL OR f.contact_id IS NOT NULL)
        AND (c.churned_at IS NULL OR c.churned_at > current_date)
      GROUP BY c.id, c.name, p.id, p.name, p.email
      ORDER BY max(f.occurred_at) DESC, c.id, p.id`;
}
