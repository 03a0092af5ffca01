import { mentionIsProblem } from '@/lib/annotations/mention-sql';
import type { Scope } from '@/lib/db/scope';
import type { Channel } from '@/lib/feedback/schema';
import { themePlaces } from '@/lib/themes/theme-places';

/** One of the first statements behind an alert, as it reads now. */
export interface FirstQuote {
  feedbackId: string;
  text: string;
  /** Where it speaks of the theme, in UTF-16 code units of `text`; null where it no longer does, or there is no theme. */
  start: number | null;
  end: number | null;
  language: string | null;
  channel: Channel;
  occurredAt: Date;
  accountName: string | null;
}

/** The statements with these ids that are still there, the oldest first, each with its first span about the theme. */
export async function findFirstQuotes(
  scope: Scope,
  ids: readonly string[],
  themeId: string | null,
): Promise<FirstQuote[]> {
  if (ids.length === 0) return [];
  return scope.run(
    (db) => db.$queryRaw<FirstQuote[]>`
      SELECT f.id AS "feedbackId", f.text, p.start, p."end", f.language, f.channel::text,
        f.occurred_at AS "occurredAt", c.name AS "accountName"
      FROM feedback f
        LEFT JOIN accounts c ON c.workspace_id = f.workspace_id AND c.id = f.account_id
        LEFT JOIN LATERAL (
          SELECT s.start, s."end" FROM theme_assignments a
            JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
            JOIN ${themePlaces(scope.workspaceId)} place ON place.theme_id = a.theme_id
          WHERE a.workspace_id = f.workspace_id AND a.feedback_id = f.id
            AND ${themeId}::uuid IN (place.head_id, place.branch_id) AND ${mentionIsProblem}
          ORDER BY s.start LIMIT 1) p ON true
      WHERE f.workspace_id = ${scope.workspaceId}::uuid AND f.id = ANY(${[...ids]}::uuid[])
      ORDER BY f.occurred_at, f.id`,
  );
}
