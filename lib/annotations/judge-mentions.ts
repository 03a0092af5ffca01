import type { SpanText } from '@/lib/annotations/assign-themes';
import { ensureModelVersion } from '@/lib/annotations/text-model';
import { findWorkspaceEngine } from '@/lib/annotations/workspace-engine';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { AnnotationEngine } from '@/lib/nlp/engine';
import type { TextSpan } from '@/lib/nlp/offsets';
import type { Sentiment } from '@/lib/nlp/sentiment';
import type { ThemeAssigner } from '@/lib/themes/theme-assigner';

/** An assignment of a theme to a span. */
interface Mention {
  id: string;
  spanId: string;
  themeId: string;
  sentimentMaker: string | null;
}

/** What is read for one assignment: words of its span. */
interface Aspect {
  id: string;
  span: SpanText;
  window: TextSpan;
}

/**
 * Reads what spans feel about each of their themes, where they have several or turn within themselves, and keeps it with the
 * assignments. Where that is what the whole span says, nothing is kept. What people said stays.
 * To be called inside a transaction that holds the text model.
 *
 * @param given reads in the place of the workspace's own engine
 */
export async function judgeMentions(
  scope: Scope,
  spans: readonly SpanText[],
  findAspects: ThemeAssigner['findAspects'],
  given?: AnnotationEngine,
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const spanIds = spans.map(({ id }) => id);
    const mentions = await db.themeAssignment.findMany({
      where: { workspaceId, spanId: { in: spanIds } },
      select: { id: true, spanId: true, themeId: true, sentimentMaker: true },
      orderBy: { themeId: 'asc' },
    });
    const aspects = findAll(spans, mentions, findAspects);
    if (aspects.length === 0) return writeSentiments(db, workspaceId, spanIds, [], null);
    const engine = given ?? (await findWorkspaceEngine(inner));
    const judged = await engine.judge(
      aspects.map(({ span: { text, language }, window }) => ({
        text: text.slice(window.start, window.end),
        language,
      })),
    );
    const modelVersionId = await ensureModelVersion(db, workspaceId, engine);
    const rows = aspects.flatMap((aspect, index) => {
      const sentiment = judged[index];
      return sentiment && sentiment.label !== 'unsupported' ? [toRow(aspect, sentiment)] : [];
    });
    await writeSentiments(db, workspaceId, spanIds, rows, modelVersionId);
  });
}

function findAll(
  spans: readonly SpanText[],
  mentions: readonly Mention[],
  findAspects: ThemeAssigner['findAspects'],
): Aspect[] {
  const mentionsOf = new Map<string, Mention[]>();
  for (const mention of mentions) {
    mentionsOf.set(mention.spanId, [...(mentionsOf.get(mention.spanId) ?? []), mention]);
  }
  return spans.flatMap((span) => {
    const own = mentionsOf.get(span.id) ?? [];
    if (own.length === 0) return [];
    const windows = findAspects(
      span.text,
      span.language,
      own.map(({ themeId }) => themeId),
    );
    return own.flatMap(({ id, themeId, sentimentMaker }) => {
      const window = sentimentMaker === 'human' ? undefined : windows.get(themeId);
      return window ? [{ id, span, window }] : [];
    });
  });
}

const toRow = ({ id, span, window }: Aspect, { label, score, confidence }: Sentiment) => ({
  ...{ id, label, score, confidence },
  start: span.start + window.start,
  end: span.start + window.end,
});

/** Makes what the engine says of the themes of these spans what is given; touches only rows that change. */
async function writeSentiments(
  db: Db,
  workspaceId: string,
  spanIds: string[],
  rows: ReturnType<typeof toRow>[],
  modelVersionId: string | null,
): Promise<void> {
  await db.$executeRaw`
    UPDATE theme_assignments a
    SET sentiment_label = r.label::sentiment_label, sentiment_score = r.score, sentiment_confidence = r.confidence,
      sentiment_start = r.start, sentiment_end = r."end",
      sentiment_maker = CASE WHEN r.label IS NOT NULL THEN 'engine'::maker END,
      sentiment_model_version_id = CASE WHEN r.label IS NOT NULL THEN ${modelVersionId}::uuid END,
      sentiment_at = CASE WHEN r.label IS NOT NULL THEN now() END
    FROM theme_assignments o LEFT JOIN jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id uuid, label text, score real, confidence real, start int, "end" int) ON r.id = o.id
    WHERE o.workspace_id = ${workspaceId}::uuid AND o.span_id = ANY(${spanIds}::uuid[])
      AND a.workspace_id = o.workspace_id AND a.id = o.id AND a.sentiment_maker IS DISTINCT FROM 'human'
      AND (a.sentiment_label::text, a.sentiment_score, a.sentiment_confidence, a.sentiment_start, a.sentiment_end,
          a.sentiment_model_version_id)
        IS DISTINCT FROM (r.label, r.score, r.confidence, r.start, r."end",
          CASE WHEN r.label IS NOT NULL THEN ${modelVersionId}::uuid END)`;
}
