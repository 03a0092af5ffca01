import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { besidePlace, type Cursor, cutPage, type KeysetPage } from '@/lib/responses/keyset-page';
import type { ResponseFilter } from '@/lib/responses/response-filter';
import { newestFirst, responseWhere } from '@/lib/responses/response-where';
import type { Metric } from '@/lib/responses/schema';

/** One answer that is a score. */
export interface AnswerRow {
  id: string;
  metric: Metric;
  score: number;
  answeredAt: Date;
  surveyName: string | null;
  accountId: string | null;
  accountName: string | null;
  contactId: string | null;
  contactName: string | null;
  /** What its response says in words: the beginning of each text, the oldest first. */
  texts: { feedbackId: string; excerpt: string; language: string | null }[];
}

/** Answers `w` with their responses `r`, as a list shows them. */
const describedAnswers = Prisma.sql`
  SELECT w.id, w.metric::text, w.score, w.answered_at AS "answeredAt", v.name AS "surveyName",
    r.account_id AS "accountId", c.name AS "accountName", r.contact_id AS "contactId", p.name AS "contactName",
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('feedbackId', f.id, 'excerpt', left(f.text, 300), 'language', f.language)
        ORDER BY f.occurred_at, f.id)
      FROM feedback f WHERE f.workspace_id = r.workspace_id AND f.response_id = r.id), '[]') AS texts
  FROM answers w
    JOIN responses r ON r.workspace_id = w.workspace_id AND r.id = w.response_id
    LEFT JOIN surveys v ON v.workspace_id = r.workspace_id AND v.id = r.survey_id
    LEFT JOIN accounts c ON c.workspace_id = r.workspace_id AND c.id = r.account_id
    LEFT JOIN contacts p ON p.workspace_id = r.workspace_id AND p.id = r.contact_id`;

/** These answers, newest first. */
export async function findAnswers(scope: Scope, answerIds: readonly string[]): Promise<AnswerRow[]> {
  return scope.run(
    (db) => db.$queryRaw<AnswerRow[]>`
      ${describedAnswers}
      WHERE w.workspace_id = ${scope.workspaceId}::uuid AND w.id = ANY(${answerIds}::uuid[])
      ORDER BY ${newestFirst}`,
  );
}

/** One page of answers, newest first, paged by key: stable while rows arrive. */
export async function findAnswerPage(
  scope: Scope,
  filter: ResponseFilter,
  cursor: Cursor | null,
  pageSize = 25,
): Promise<KeysetPage<AnswerRow>> {
  const { place, order } = besidePlace(cursor, { at: Prisma.sql`w.answered_at`, id: Prisma.sql`w.id` });
  const found = await scope.run(
    (db) => db.$queryRaw<AnswerRow[]>`
      ${describedAnswers}
      WHERE ${responseWhere(scope.workspaceId, filter)} AND ${place}
      ORDER BY ${order}
      LIMIT ${pageSize + 1}`,
  );
  return cutPage(found, cursor, pageSize, ({ answeredAt, id }) => ({ at: answeredAt, id }));
}

/** How many answers a filter has: the number that a screen shows and this list opens. */
export async function countAnswers(scope: Scope, filter: ResponseFilter): Promise<number> {
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n
      FROM answers w JOIN responses r ON r.workspace_id = w.workspace_id AND r.id = w.response_id
      WHERE ${responseWhere(scope.workspaceId, filter)}`,
  );
  return row?.n ?? 0;
}
