import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import { type CommentTheme, commentThemes } from '@/lib/annotations/mention-sql';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { Channel } from '@/lib/feedback/schema';
import { besidePlace, type Cursor, cutPage, type KeysetPage } from '@/lib/responses/keyset-page';

/** How much of a text a list carries; a text may have 100,000 characters. */
export const LISTED_CHARACTERS = 1000;

export interface FeedbackRow {
  id: string;
  channel: Channel;
  title: string | null;
  /** The beginning: at most {@link LISTED_CHARACTERS} characters. */
  text: string;
  occurredAt: Date;
  language: string | null;
  sentimentLabel: 'negative' | 'neutral' | 'positive' | null;
  sentimentScore: number | null;
  /** 0..1 */
  sentimentConfidence: number | null;
  kind: string | null;
  accountId: string | null;
  accountName: string | null;
  contactName: string | null;
  themes: CommentTheme[];
}

/** One page of feedback, newest first, paged by key: stable while rows arrive, as fast on page 1,000 as on page 1. */
export async function findFeedbackPage(
  scope: Scope,
  filter: FeedbackFilter,
  cursor: Cursor | null,
  pageSize = 25,
): Promise<KeysetPage<FeedbackRow>> {
  const { place, order } = besidePlace(cursor, { at: Prisma.sql`f.occurred_at`, id: Prisma.sql`f.id` });
  const found = await scope.run(
    (db) => db.$queryRaw<FeedbackRow[]>`
      SELECT f.id, f.channel::text, f.title, left(f.text, ${LISTED_CHARACTERS}) AS text, f.occurred_at AS "occurredAt", f.language,
        f.sentiment_label::text AS "sentimentLabel", f.sentiment_score AS "sentimentScore",
        f.sentiment_confidence AS "sentimentConfidence", f.kind::text,
        f.account_id AS "accountId", c.name AS "accountName", p.name AS "contactName",
        ${commentThemes} AS themes
      FROM feedback f
        LEFT JOIN accounts c ON c.workspace_id = f.workspace_id AND c.id = f.account_id
        LEFT JOIN contacts p ON p.workspace_id = f.workspace_id AND p.id = f.contact_id
      WHERE ${feedbackWhere(scope.workspaceId, filter)} AND ${place}
      ORDER BY ${order}
      LIMIT ${pageSize + 1}`,
  );
  return cutPage(found, cursor, pageSize, ({ occurredAt, id }) => ({ at: occurredAt, id }));
}

/** How many rows a filter has: the number that a screen shows and this list opens. */
export async function countFeedback(scope: Scope, filter: FeedbackFilter): Promise<number> {
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM feedback f WHERE ${feedbackWhere(scope.workspaceId, filter)}`,
  );
  return row?.n ?? 0;
}

/** The ids of the rows just before and after one in a filter's list; null at the ends. */
export async function findNeighbours(
  scope: Scope,
  filter: FeedbackFilter,
  { id, occurredAt }: { id: string; occurredAt: Date },
): Promise<{ newer: string | null; older: string | null }> {
  const key = { at: occurredAt.toISOString(), id };
  const [newer, older] = await Promise.all([
    findFeedbackPage(scope, filter, { direction: 'newer', ...key }, 1),
    findFeedbackPage(scope, filter, { direction: 'older', ...key }, 1),
  ]);
  return { newer: newer.rows[0]?.id ?? null, older: older.rows[0]?.id ?? null };
}
