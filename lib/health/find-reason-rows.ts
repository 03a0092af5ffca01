import { Prisma } from '@/lib/db/client';
import { dayBegins, dayEnds } from '@/lib/db/day-bounds';
import type { Scope } from '@/lib/db/scope';
import { isLowRating } from '@/lib/health/low-rating';

/** Reasons whose rows have no list of their own elsewhere. */
export const listedReasons = ['tickets', 'ratings'] as const;
export type ListedReason = (typeof listedReasons)[number];

/** A conversation, or an answer that is a low rating. */
export interface ReasonRow {
  id: string;
  at: Date;
  /** The channel of a conversation, or the metric of an answer. */
  kind: string;
  /** A conversation's subject, or the survey or source that an answer came by. */
  title: string | null;
  /** What was said with an answer, where it was. */
  feedbackId: string | null;
  /** Of an answer. */
  score: number | null;
}

interface Asked {
  accountId: string;
  of: ListedReason;
  /** First and last day, UTC, both included; without one, all. */
  from?: string | undefined;
  to?: string | undefined;
}

/** What `loadHealthAccounts` counts of an account as conversations or low ratings: one page, newest first, and how many in all. */
export async function findReasonRows(
  scope: Scope,
  { accountId, of, from, to }: Asked,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: ReasonRow[]; total: number }> {
  const { workspaceId } = scope;
  const within = (at: Prisma.Sql) => Prisma.sql`
    ${from ? Prisma.sql`${at} >= ${dayBegins(from)}` : Prisma.sql`true`}
    AND ${to ? Prisma.sql`${at} < ${dayEnds(to)}` : Prisma.sql`true`}`;
  const source =
    of === 'tickets'
      ? Prisma.sql`
        SELECT c.id, c.started_at AS at, c.channel::text AS kind, c.subject AS title,
          NULL::uuid AS "feedbackId", NULL::int AS score
        FROM conversations c
        WHERE c.workspace_id = ${workspaceId}::uuid AND c.account_id = ${accountId}::uuid
          AND ${within(Prisma.sql`c.started_at`)}`
      : Prisma.sql`
        SELECT a.id, a.answered_at AS at, a.metric::text AS kind, coalesce(s.name, o.name) AS title,
          said.id AS "feedbackId", a.score
        FROM answers a
          JOIN responses r ON r.workspace_id = a.workspace_id AND r.id = a.response_id
          JOIN sources o ON o.workspace_id = r.workspace_id AND o.id = r.source_id
          LEFT JOIN surveys s ON s.workspace_id = r.workspace_id AND s.id = r.survey_id
          LEFT JOIN LATERAL (
            SELECT f.id FROM feedback f WHERE f.workspace_id = r.workspace_id AND f.response_id = r.id
            ORDER BY f.occurred_at, f.id LIMIT 1) said ON true
        WHERE a.workspace_id = ${workspaceId}::uuid AND r.account_id = ${accountId}::uuid
          AND a.score IS NOT NULL AND ${isLowRating} AND ${within(Prisma.sql`a.answered_at`)}`;
  return scope.run(async (db) => {
    const [count] = await db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM (${source}) found`;
    const rows = await db.$queryRaw<ReasonRow[]>`
      SELECT id::text, at, kind, title, "feedbackId"::text, score FROM (${source}) found
      ORDER BY at DESC, id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
    return { rows, total: count?.n ?? 0 };
  });
}
