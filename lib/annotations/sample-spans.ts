import type { Scope } from '@/lib/db/scope';
import { SENTENCE_VERSION, type SentenceVector } from '@/lib/nlp/encoder/sentence-vector';
import type { ThemeSegment } from '@/lib/nlp/themes/theme-model';

/** Spans that discovery looks at; the rest is assigned to what it finds. */
const MOST_SPANS = 20_000;

/** A span to look for themes in, and where it stands: the id names its text, not its row. */
export interface SampledSpan extends ThemeSegment {
  feedbackId: string;
  start: number;
  end: number;
  /** What it means by the sentence encoder, null where that did not read it. */
  vector: SentenceVector | null;
}

/**
 * Every span, or a fixed pseudo-random choice of {@link MOST_SPANS}. Spans are named and ordered by the text they stand
 * in, not by their random ids: the same words imported on another machine give the same themes.
 */
export async function sampleSpans(scope: Scope): Promise<SampledSpan[]> {
  const rows = await scope.run(
    (db) => db.$queryRaw<
      {
        feedbackId: string;
        textHash: string;
        start: number;
        end: number;
        text: string;
        language: string | null;
        vector: Uint8Array | null;
      }[]
    >`
      SELECT f.id AS "feedbackId", f.text_hash AS "textHash", s.start, s."end", f.text, f.language, v.vector
      FROM spans s JOIN feedback f ON f.workspace_id = s.workspace_id AND f.id = s.feedback_id
        LEFT JOIN span_vectors v ON v.workspace_id = s.workspace_id AND v.span_id = s.id AND v.version = ${SENTENCE_VERSION}
      WHERE s.workspace_id = ${scope.workspaceId}::uuid AND s.kind <> 'no_content'
      ORDER BY f.text_hash, s.start
      LIMIT ${MOST_SPANS}`,
  );
  return rows.map(({ feedbackId, textHash, start, end, text, language, vector }) => ({
    id: `${textHash}:${start}`,
    text: text.slice(start, end),
    language,
    commentId: textHash,
    feedbackId,
    start,
    end,
    vector: vector && new Int8Array(vector),
  }));
}
