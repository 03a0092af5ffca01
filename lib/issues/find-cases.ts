import { mentionIsProblem } from '@/lib/annotations/mention-sql';
import { Prisma } from '@/lib/db/client';
import { dayEnds, daysBegin } from '@/lib/db/day-bounds';
import type { Scope } from '@/lib/db/scope';
import { isInBranch, themePlaces } from '@/lib/themes/theme-places';

/** A ticket, call or chat in which a problem was told. */
export interface CaseRow {
  id: string;
  subject: string | null;
  channel: string;
  accountId: string | null;
  accountName: string | null;
  startedAt: Date;
  /** Statements in it with the problem. */
  statements: number;
}

/** Days up to the last one counted in which cases count for the cost of a year. */
export const CASE_DAYS = 365;

/** Assignments of the year up to `asOf` that tell of a problem in a ticket, call or chat. */
function toldInCases(workspaceId: string, asOf: Date): Prisma.Sql {
  return Prisma.sql`
    FROM theme_assignments a
      JOIN ${themePlaces(workspaceId)} place ON place.theme_id = a.theme_id
      JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
      JOIN feedback f ON f.workspace_id = a.workspace_id AND f.id = a.feedback_id
    WHERE a.workspace_id = ${workspaceId}::uuid AND ${mentionIsProblem}
      AND f.conversation_id IS NOT NULL
      AND f.occurred_at < ${dayEnds(asOf)} AND f.occurred_at >= ${daysBegin(asOf, CASE_DAYS)}`;
}

/** Tickets, calls and chats of the year up to `asOf` in which the theme, or one below or merged into it, was told of as a problem. */
function casesOf(workspaceId: string, themeId: string, asOf: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT f.conversation_id, count(DISTINCT f.id)::int AS statements
    ${toldInCases(workspaceId, asOf)} AND ${isInBranch(themeId)}
    GROUP BY 1`;
}

export async function countCases(scope: Scope, themeId: string, asOf: Date): Promise<number> {
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM (${casesOf(scope.workspaceId, themeId, asOf)}) told`,
  );
  return row?.n ?? 0;
}

/** {@link countCases} of every theme at the top that has any. */
export async function countCasesByTheme(scope: Scope, asOf: Date): Promise<Map<string, number>> {
  const rows = await scope.run(
    (db) => db.$queryRaw<{ themeId: string; n: number }[]>`
      SELECT place.branch_id::text AS "themeId", count(DISTINCT f.conversation_id)::int AS n
      ${toldInCases(scope.workspaceId, asOf)}
      GROUP BY 1`,
  );
  return new Map(rows.map(({ themeId, n }) => [themeId, n]));
}

/** One page of the cases that {@link countCases} counts, the latest first. */
export async function findCasePage(
  scope: Scope,
  themeId: string,
  { asOf, page, pageSize }: { asOf: Date; page: number; pageSize: number },
): Promise<CaseRow[]> {
  const { workspaceId } = scope;
  return scope.run(
    (db) => db.$queryRaw<CaseRow[]>`
      SELECT v.id::text, v.subject, v.channel::text, v.account_id::text AS "accountId", c.name AS "accountName",
        v.started_at AS "startedAt", told.statements
      FROM (${casesOf(workspaceId, themeId, asOf)}) told
        JOIN conversations v ON v.workspace_id = ${workspaceId}::uuid AND v.id = told.conversation_id
        LEFT JOIN accounts c ON c.workspace_id = v.workspace_id AND c.id = v.account_id
      ORDER BY v.started_at DESC, v.id DESC
      LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
  );
}

/** What cases cost in minor units: cases x minutes x hourly cost; null where the workspace has not said. */
export function computeServeCost(
  cases: number,
  { minutesPerCase, hourlyCost }: { minutesPerCase: number | null; hourlyCost: number | null },
  minorUnitsPerMajor: number,
): number | null {
  if (minutesPerCase === null || hourlyCost === null) return null;
  return Math.round(cases * (minutesPerCase / 60) * hourlyCost * minorUnitsPerMajor);
}
