import { feedbackWhere } from '@/lib/annotations/feedback-where';
import type { Scope } from '@/lib/db/scope';
import { makeTermMatcher, toWords } from '@/lib/themes/term-matcher';

export interface SplitPreview {
  /** Comments with a sentence that has the words: they get the part. */
  moving: number;
  /** Comments on the theme, today and then; a comment stays that speaks of it in another sentence too. */
  before: number;
  after: number;
}

interface Sentence {
  feedbackId: string;
  text: string;
  isOfTheme: boolean;
}

/** How many comments a split by these words would change, of all time. Comments are first sifted by the words as they are written. */
export async function previewSplit(
  scope: Scope,
  { themeId, includeTerms }: { themeId: string; includeTerms: readonly string[] },
): Promise<SplitPreview> {
  const { workspaceId } = scope;
  const matches = makeTermMatcher(includeTerms);
  const patterns = includeTerms.map((term) => `%${term.replace(/[^\p{L}\p{N}]+/gu, '%')}%`);
  return scope.run(async (db) => {
    const [row] = await db.$queryRaw<{ before: number }[]>`
      SELECT count(*)::int AS before FROM feedback f WHERE ${feedbackWhere(workspaceId, { theme: themeId })}`;
    const before = row?.before ?? 0;
    if (!matches) return { moving: 0, before, after: before };
    const sentences = await db.$queryRaw<Sentence[]>`
      SELECT f.id AS "feedbackId", substr(f.text, s.start + 1, s."end" - s.start) AS text,
        EXISTS (
          SELECT 1 FROM theme_assignments a JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
          WHERE a.workspace_id = s.workspace_id AND a.span_id = s.id
            AND coalesce(t.merged_into_id, t.id) = ${themeId}::uuid) AS "isOfTheme"
      FROM feedback f JOIN spans s ON s.workspace_id = f.workspace_id AND s.feedback_id = f.id
      WHERE f.workspace_id = ${workspaceId}::uuid AND f.text ILIKE ANY(${patterns}::text[])
        AND s.kind IS DISTINCT FROM 'no_content'`;
    const going = new Set<string>();
    const had = new Set<string>();
    const keeping = new Set<string>();
    for (const { feedbackId, text, isOfTheme } of sentences) {
      const isGoing = matches(toWords(text));
      if (isGoing) going.add(feedbackId);
      if (isOfTheme) (isGoing ? had : keeping).add(feedbackId);
    }
    const leaving = [...had].filter((id) => !keeping.has(id)).length;
    return { moving: going.size, before, after: before - leaving };
  });
}
