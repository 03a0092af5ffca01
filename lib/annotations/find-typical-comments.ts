import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import { feedbackWhere, feltIn } from '@/lib/annotations/feedback-where';
import type { Scope } from '@/lib/db/scope';
import type { Channel } from '@/lib/feedback/schema';

/** A comment with the span that speaks of the theme most clearly. */
export interface TypicalComment {
  feedbackId: string;
  text: string;
  /** The span, in UTF-16 code units of `text`. */
  start: number;
  end: number;
  /** How sure the engine is that the span belongs to the theme, 0..1. */
  confidence: number;
  /** About the theme. */
  sentimentLabel: 'negative' | 'neutral' | 'positive' | null;
  language: string | null;
  channel: Channel;
  occurredAt: Date;
  accountId: string | null;
  accountName: string | null;
}

/**
 * The most typical comments of a theme and its sub-themes: those the engine is surest of, each account (or contact) once before any comes
 * a second time.
 */
export async function findTypicalComments(
  scope: Scope,
  themeId: string,
  filter: FeedbackFilter,
  limit: number,
): Promise<TypicalComment[]> {
  return scope.run(
    (db) => db.$queryRaw<TypicalComment[]>`
      WITH best AS (
        SELECT DISTINCT ON (f.id) f.id, f.account_id, s.start, s."end", a.confidence,
          coalesce(f.account_id, f.contact_id, f.id) AS person
        FROM feedback f
          JOIN theme_assignments a ON a.workspace_id = f.workspace_id AND a.feedback_id = f.id
          JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
          JOIN themes k ON k.workspace_id = t.workspace_id AND k.id = coalesce(t.merged_into_id, t.id)
          LEFT JOIN themes p ON p.workspace_id = k.workspace_id AND p.id = k.parent_id
          JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
        WHERE ${feedbackWhere(scope.workspaceId, { ...filter, branch: themeId })}
          AND (k.id = ${themeId}::uuid OR coalesce(p.merged_into_id, p.id) = ${themeId}::uuid)
          AND k.excluded_at IS NULL AND k.withdrawn_at IS NULL
        ORDER BY f.id, a.confidence DESC, s.start)
      SELECT f.id AS "feedbackId", f.text, b.start, b."end", b.confidence,
        ${feltIn(scope.workspaceId, { branch: themeId })} AS "sentimentLabel", f.language, f.channel::text, f.occurred_at AS "occurredAt",
        f.account_id AS "accountId", c.name AS "accountName"
      FROM (
          SELECT *, row_number() OVER (PARTITION BY person ORDER BY confidence DESC, id) AS turn FROM best) b
        JOIN feedback f ON f.workspace_id = ${scope.workspaceId}::uuid AND f.id = b.id
        LEFT JOIN accounts c ON c.workspace_id = f.workspace_id AND c.id = f.account_id
      ORDER BY b.turn, b.confidence DESC, b.id
      LIMIT ${limit}`,
  );
}
