import { assignThemes } from '@/lib/annotations/assign-themes';
import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import { lexiconEngine } from '@/lib/nlp/annotate';

/** The engine that reads; another one goes in its place. */
const engine = lexiconEngine;

/** One statement with what the engine found in it, its spans already named. */
interface Read {
  feedbackId: string;
  language: string | null;
  sentiment: { label: string; score: number; confidence: number };
  kind: string;
  spans: {
    id: string;
    start: number;
    end: number;
    text: string;
    label: string;
    score: number;
    confidence: number;
    kind: string;
  }[];
}

/**
 * Reads statements: language, sentiment, kind and spans, each kept with the engine's version; then their themes, where
 * the workspace has some. Statements read already are skipped, so the job may run twice. The one that finds nothing
 * left to read hands over to theme discovery.
 */
export async function annotateFeedback(scope: Scope, feedbackIds: string[]): Promise<void> {
  await scope.run(async (db, inner) => {
    const { workspaceId } = scope;
    const rows = await db.feedback.findMany({
      where: { workspaceId, id: { in: feedbackIds }, annotatedAt: null },
      select: { id: true, text: true },
      orderBy: { id: 'asc' },
    });
    const reads = rows.map(({ id, text }) => readText(id, text));
    const modelVersionId = await ensureModelVersion(db, workspaceId);
    await writeSpans(db, workspaceId, reads);
    await writeAnnotations(db, workspaceId, modelVersionId, reads);
    await writeEffective(db, workspaceId, reads);
    await assignThemes(
      inner,
      reads.flatMap(({ feedbackId, language, spans }) =>
        spans.map((span) => ({ feedbackId, language, ...span })),
      ),
    );
    const unread = await db.feedback.findFirst({
      where: { workspaceId, annotatedAt: null },
      select: { id: true },
    });
    if (!unread) await enqueue(inner, 'annotations.themes', {});
  });
}

function readText(feedbackId: string, text: string): Read {
  const found = engine.annotate({ text });
  return {
    feedbackId,
    language: found.language,
    sentiment: found.sentiment,
    kind: found.kind,
    spans: found.segments.map((segment) => ({
      ...segment,
      id: newId(),
      text: text.slice(segment.start, segment.end),
    })),
  };
}

async function ensureModelVersion(db: Db, workspaceId: string): Promise<string> {
  const { name, version } = engine;
  const key = { workspaceId, purpose: 'annotation' as const, name, version };
  await db.modelVersion.createMany({ data: [{ ...key, id: newId() }], skipDuplicates: true });
  const row = await db.modelVersion.findUniqueOrThrow({ where: { workspaceId_purpose_name_version: key } });
  return row.id;
}

async function writeSpans(db: Db, workspaceId: string, reads: Read[]): Promise<void> {
  const spans = reads.flatMap((read) =>
    read.spans.map(({ id, start, end, label, score, kind }) => ({
      id,
      feedback_id: read.feedbackId,
      start,
      end,
      label,
      score,
      kind,
    })),
  );
  await db.$executeRaw`
    INSERT INTO spans (workspace_id, id, feedback_id, start, "end", sentiment_label, sentiment_score, kind)
    SELECT ${workspaceId}::uuid, r.id, r.feedback_id, r.start, r."end", r.label::sentiment_label, r.score,
      r.kind::statement_kind
    FROM jsonb_to_recordset(${JSON.stringify(spans)}::jsonb)
      AS r(id uuid, feedback_id uuid, start int, "end" int, label text, score real, kind text)`;
}

async function writeAnnotations(
  db: Db,
  workspaceId: string,
  modelVersionId: string,
  reads: Read[],
): Promise<void> {
  const annotations = reads.flatMap(({ feedbackId, language, sentiment, kind, spans }) => {
    const of = (aspect: string, label: string, more: object = {}) => ({
      id: newId(),
      feedback_id: feedbackId,
      aspect,
      label,
      ...more,
    });
    return [
      ...(language === null ? [] : [of('language', language)]),
      of('sentiment', sentiment.label, { score: sentiment.score, confidence: sentiment.confidence }),
      of('kind', kind),
      ...spans.flatMap((span) => [
        of('sentiment', span.label, { span_id: span.id, score: span.score, confidence: span.confidence }),
        of('kind', span.kind, { span_id: span.id }),
      ]),
    ];
  });
  await db.$executeRaw`
    INSERT INTO annotations (workspace_id, id, feedback_id, span_id, aspect, label, score, confidence, maker, model_version_id)
    SELECT ${workspaceId}::uuid, r.id, r.feedback_id, r.span_id, r.aspect::aspect, r.label, r.score, r.confidence,
      'engine', ${modelVersionId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(annotations)}::jsonb)
      AS r(id uuid, feedback_id uuid, span_id uuid, aspect text, label text, score real, confidence real)`;
}

async function writeEffective(db: Db, workspaceId: string, reads: Read[]): Promise<void> {
  const rows = reads.map(({ feedbackId, language, sentiment, kind }) => ({
    id: feedbackId,
    language,
    kind,
    ...sentiment,
  }));
  await db.$executeRaw`
    UPDATE feedback f
    SET annotated_at = now(), language = r.language, kind = r.kind::statement_kind,
      sentiment_label = r.label::sentiment_label, sentiment_score = r.score, sentiment_confidence = r.confidence
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id uuid, language text, kind text, label text, score real, confidence real)
    WHERE f.workspace_id = ${workspaceId}::uuid AND f.id = r.id`;
}
