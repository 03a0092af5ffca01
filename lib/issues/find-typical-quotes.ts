import { mentionIsProblem, mentionSentiment } from '@/lib/annotations/mention-sql';
import { dayEnds } from '@/lib/db/day-bounds';
import type { Scope } from '@/lib/db/scope';
import { isInBranch, themePlaces } from '@/lib/themes/theme-places';

export interface TypicalQuote {
  feedbackId: string;
  text: string;
  language: string | null;
  /** Where the theme stands in the text: UTF-16 code units, `end` exclusive. */
  start: number;
  end: number;
  occurredAt: Date;
  channel: string;
  accountName: string | null;
}

/**
 * What is most typical of the problem of a theme with its sub-themes: the spans assigned with the highest confidence, negative ones first, one
 * for each account (or contact), from statements up to a day (included).
 */
export async function findTypicalQuotes(
  scope: Scope,
  { themeId, asOf, count = 5 }: { themeId: string; asOf: Date; count?: number },
): Promise<TypicalQuote[]> {
  return scope.run(
    (db) => db.$queryRaw<TypicalQuote[]>`
      SELECT "feedbackId", text, language, start, "end", "occurredAt", channel, "accountName"
      FROM (
        SELECT DISTINCT ON (coalesce(f.account_id, f.contact_id, f.id)) f.id AS "feedbackId", f.text, f.language,
          s.start, s."end", f.occurred_at AS "occurredAt", f.channel::text, c.name AS "accountName",
          ${mentionSentiment} = 'negative' AS negative, a.confidence, f.text_hash
        FROM theme_assignments a
          JOIN ${themePlaces(scope.workspaceId)} place ON place.theme_id = a.theme_id
          JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
          JOIN feedback f ON f.workspace_id = a.workspace_id AND f.id = a.feedback_id
          LEFT JOIN accounts c ON c.workspace_id = f.workspace_id AND c.id = f.account_id
        WHERE a.workspace_id = ${scope.workspaceId}::uuid AND ${mentionIsProblem}
          AND ${isInBranch(themeId)} AND f.occurred_at < ${dayEnds(asOf)}
        ORDER BY coalesce(f.account_id, f.contact_id, f.id), ${mentionSentiment} = 'negative' DESC NULLS LAST,
          a.confidence DESC, f.text_hash, s.start
      ) AS best
      ORDER BY negative DESC NULLS LAST, confidence DESC, text_hash
      LIMIT ${count}`,
  );
}
