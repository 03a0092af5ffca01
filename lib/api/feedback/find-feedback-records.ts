import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import { type CommentTheme, commentThemes } from '@/lib/annotations/mention-sql';
import type { Place } from '@/lib/api/cursor';
import type { FeedbackRecord } from '@/lib/api/feedback/feedback-record';
import type { PlacedRow } from '@/lib/api/list-operation';
import { olderThan } from '@/lib/api/older-than';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

export interface RecordFilter extends FeedbackFilter {
  id?: string | undefined;
  source?: string | undefined;
  externalId?: string | undefined;
}

type StoredRow = Omit<FeedbackRecord, 'occurredAt' | 'readAt' | 'sentiment' | 'themes'> & {
  themes: CommentTheme[];
  occurredAt: Date;
  readAt: Date | null;
  label: 'negative' | 'neutral' | 'positive' | null;
  score: number | null;
  confidence: number | null;
};

/** Statements with what was found in them, the newest first. */
export async function findFeedbackRecords(
  scope: Scope,
  { id, source, externalId, ...filter }: RecordFilter,
  { after, limit }: { after: Place | null; limit: number },
): Promise<PlacedRow<FeedbackRecord>[]> {
  const terms = [feedbackWhere(scope.workspaceId, filter)];
  if (id !== undefined) terms.push(Prisma.sql`f.id = ${id}::uuid`);
  if (source !== undefined) terms.push(Prisma.sql`o.name = ${source}`);
  if (externalId !== undefined) terms.push(Prisma.sql`f.external_id = ${externalId}`);
  const { place, order } = olderThan(after, { at: Prisma.sql`f.occurred_at`, id: Prisma.sql`f.id` });
  const rows = await scope.run(
    (db) => db.$queryRaw<StoredRow[]>`
      SELECT f.id, o.name AS source, f.external_id AS "externalId", f.channel::text, f.title, f.text, f.url, f.custom,
        f.occurred_at AS "occurredAt", f.response_id AS "responseId", f.annotated_at AS "readAt", f.language,
        f.sentiment_label::text AS label, f.sentiment_score AS score, f.sentiment_confidence AS confidence,
        f.kind::text, f.intents::text[],
        CASE WHEN c.id IS NOT NULL THEN
          jsonb_build_object('id', c.id, 'externalId', c.external_id, 'name', c.name) END AS account,
        CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'externalId', p.external_id) END AS contact,
        ${commentThemes} AS themes
      FROM feedback f
        JOIN sources o ON o.workspace_id = f.workspace_id AND o.id = f.source_id
        LEFT JOIN accounts c ON c.workspace_id = f.workspace_id AND c.id = f.account_id
        LEFT JOIN contacts p ON p.workspace_id = f.workspace_id AND p.id = f.contact_id
      WHERE ${Prisma.join(terms, ' AND ')} AND ${place}
      ORDER BY ${order}
      LIMIT ${limit}`,
  );
  return rows.map(({ label, score, confidence, themes, ...row }) => ({
    place: { at: row.occurredAt, id: row.id },
    row: {
      ...row,
      occurredAt: row.occurredAt.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
      sentiment: label && { label, score, confidence },
      themes: themes.map((theme) => ({ id: theme.id, name: theme.name, sentiment: theme.sentimentLabel })),
    },
  }));
}
