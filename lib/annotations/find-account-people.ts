import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/** Somebody who works, or worked, at an account, or spoke for it. */
export interface AccountPerson {
  id: string;
  name: string | null;
  title: string | null;
  /** True where the employment has ended: said so, or they were heard from another company only since. */
  hasLeft: boolean;
  /** Statements of theirs from this account, as the link to them opens them; what they said elsewhere is not of it. */
  statements: number;
  /** Of these, those of this tone, as the links to them open them. */
  positive: number;
  negative: number;
  lastFeedbackAt: Date | null;
  lastSentiment: 'negative' | 'neutral' | 'positive' | null;
  /** Their latest answer to "would you recommend" from this account, 0..10, and its moment. */
  npsScore: number | null;
  npsAt: Date | null;
}

/** A page of the people of an account, who spoke last first. */
export async function findAccountPeople(
  scope: Scope,
  accountId: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ people: AccountPerson[]; total: number }> {
  const { workspaceId } = scope;
  const member = Prisma.sql`
    SELECT contact_id AS id FROM employments
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ${accountId}::uuid
    UNION
    SELECT contact_id FROM feedback
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ${accountId}::uuid AND contact_id IS NOT NULL`;
  return scope.run(async (db) => {
    const [count] = await db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM (${member}) m`;
    const people = await db.$queryRaw<AccountPerson[]>`
      WITH member AS (${member})
      SELECT p.id, p.name, e.title, e.ended_at IS NOT NULL OR moved.on AS "hasLeft", said.n AS statements,
        said.positive, said.negative,
        latest.occurred_at AS "lastFeedbackAt", latest.sentiment_label::text AS "lastSentiment",
        nps.score AS "npsScore", nps.answered_at AS "npsAt"
      FROM member
        JOIN contacts p ON p.workspace_id = ${workspaceId}::uuid AND p.id = member.id
        LEFT JOIN employments e ON e.workspace_id = p.workspace_id AND e.contact_id = p.id
          AND e.account_id = ${accountId}::uuid
        CROSS JOIN LATERAL (
          SELECT count(*)::int AS n, count(*) FILTER (WHERE f.sentiment_label = 'positive')::int AS positive,
            count(*) FILTER (WHERE f.sentiment_label = 'negative')::int AS negative
          FROM feedback f
          WHERE f.workspace_id = p.workspace_id AND f.contact_id = p.id
            AND f.account_id = ${accountId}::uuid) said
        CROSS JOIN LATERAL (
          SELECT EXISTS (
            SELECT 1 FROM feedback o
            WHERE o.workspace_id = p.workspace_id AND o.contact_id = p.id AND o.account_id <> ${accountId}::uuid
            GROUP BY o.account_id
            HAVING min(o.occurred_at) > (
              SELECT max(h.occurred_at) FROM feedback h
              WHERE h.workspace_id = ${workspaceId}::uuid AND h.contact_id = member.id
                AND h.account_id = ${accountId}::uuid)) AS on) moved
        LEFT JOIN LATERAL (
          SELECT f.occurred_at, f.sentiment_label FROM feedback f
          WHERE f.workspace_id = p.workspace_id AND f.contact_id = p.id AND f.account_id = ${accountId}::uuid
          ORDER BY f.occurred_at DESC, f.id DESC LIMIT 1) latest ON true
        LEFT JOIN LATERAL (
          SELECT a.score, a.answered_at FROM responses r
            JOIN answers a ON a.workspace_id = r.workspace_id AND a.response_id = r.id
          WHERE r.workspace_id = p.workspace_id AND r.contact_id = p.id AND r.account_id = ${accountId}::uuid
            AND a.metric = 'nps' AND a.score IS NOT NULL
          ORDER BY a.answered_at DESC, a.id DESC LIMIT 1) nps ON true
      ORDER BY latest.occurred_at DESC NULLS LAST, p.name, p.id
      LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
    return { people, total: count?.n ?? 0 };
  });
}
