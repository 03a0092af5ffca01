import { applyCorrections } from '@/lib/annotations/apply-corrections';
import { assignThemes } from '@/lib/annotations/assign-themes';
import { writeVectors } from '@/lib/annotations/span-vectors';
import { ensureModelVersion, lockTextModel } from '@/lib/annotations/text-model';
import { findWorkspaceEngine } from '@/lib/annotations/workspace-engine';
import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { hintLanguage } from '@/lib/feedback/hint-language';
import { enqueue } from '@/lib/jobs/queue';
import type { TextAnnotation } from '@/lib/nlp/annotate';
import type { SentenceVector } from '@/lib/nlp/encoder/sentence-vector';
import type { AnnotationEngine } from '@/lib/nlp/engine';
import type { Intent } from '@/lib/nlp/intents/intent';
import type { Sentiment } from '@/lib/nlp/sentiment';

/** How long theme discovery waits for more: many batches, one look. */
const SETTLE_SECONDS = 5;

/** One statement with what the engine found in it, its spans already named. */
interface Read {
  feedbackId: string;
  language: string | null;
  sentiment: Judgement;
  kind: string;
  kindConfidence: number | null;
  spans: ({
    id: string;
    start: number;
    end: number;
    text: string;
    kind: string;
    kindConfidence: number | null;
    intents: Intent[];
    vector: SentenceVector | null;
  } & Judgement)[];
}

/** All null where the engine does not support the language. */
interface Judgement {
  label: string | null;
  score: number | null;
  confidence: number | null;
}

/**
 * Reads statements: language, sentiment, kind and spans, each kept with the engine's version; then their themes, where
 * the workspace has some. Statements read already are skipped, so the job may run twice; one that is to be read again
 * (its annotatedAt emptied) keeps what people said of it. Every job hands over to theme discovery, which itself finds out
 * whether it was the last: two that end at once do not see each other's rows.
 * @param engine reads the texts in the place of the workspace's own
 */
export async function annotateFeedback(
  scope: Scope,
  feedbackIds: string[],
  engine?: AnnotationEngine,
): Promise<void> {
  await readStatements(scope, feedbackIds, engine);
  await requestThemes(scope);
}

/**
 * Once what was read is committed: discovery that began before would still see it as unread. New ratings may have come
 * with it that the engine can learn from.
 */
export async function requestThemes(scope: Scope): Promise<void> {
  await enqueue(scope, 'annotations.themes', {}, { startAfterSeconds: SETTLE_SECONDS });
  await enqueue(scope, 'quality.adapt', {}, { startAfterSeconds: SETTLE_SECONDS });
}

/** Reads statements that are unread, or those that were read already once again; all of them or none. */
export async function readStatements(
  scope: Scope,
  feedbackIds: string[],
  given?: AnnotationEngine,
  which: 'unread' | 'again' = 'unread',
): Promise<void> {
  await scope.run(async (db, inner) => {
    const { workspaceId } = scope;
    await lockTextModel(db, workspaceId, 'to read');
    const engine = given ?? (await findWorkspaceEngine(inner));
    const rows = await db.feedback.findMany({
      where: {
        workspaceId,
        id: { in: feedbackIds },
        annotatedAt: which === 'unread' ? null : { not: null },
      },
      select: { id: true, text: true, custom: true, response: { select: { language: true } } },
      orderBy: { id: 'asc' },
    });
    const modelVersionId = await ensureModelVersion(db, workspaceId, engine);
    const annotations = await engine.annotate(
      rows.map(({ text, custom, response }) => ({
        text,
        languageHint: hintLanguage(custom, response?.language),
        isStored: true,
      })),
    );
    const present = await lockPresent(
      db,
      workspaceId,
      rows.map(({ id }) => id),
    );
    const reads = await writeSpans(
      db,
      workspaceId,
      annotations.flatMap((found, index) => {
        const row = rows[index];
        return row && present.has(row.id) ? [toRead(row, found)] : [];
      }),
    );
    await writeVectors(
      db,
      workspaceId,
      reads.flatMap(({ spans }) => spans),
    );
    await writeAnnotations(db, workspaceId, modelVersionId, reads);
    await writeEffective(db, workspaceId, reads);
    await applyCorrections(
      db,
      workspaceId,
      reads.map(({ feedbackId }) => feedbackId),
    );
    await assignThemes(
      inner,
      reads.flatMap(({ feedbackId, language, spans }) =>
        spans.map((span) => ({ feedbackId, language, ...span })),
      ),
      engine,
    );
  });
}

/**
 * The statements that are still there, held until the transaction ends: an undo or an erasure may have taken some away while they were
 * read. In the order of their ids, as an undo takes them, so that the two never wait for each other.
 */
async function lockPresent(db: Db, workspaceId: string, ids: string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM feedback WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${ids}::uuid[])
    ORDER BY id FOR KEY SHARE`;
  return new Set(rows.map(({ id }) => id));
}

function toRead({ id, text }: { id: string; text: string }, found: TextAnnotation): Read {
  return {
    feedbackId: id,
    language: found.language,
    sentiment: orNone(found.sentiment),
    kind: found.kind,
    kindConfidence: found.kindConfidence,
    spans: found.segments.map((segment) => ({
      ...segment,
      ...orNone(segment),
      id: newId(),
      text: text.slice(segment.start, segment.end),
    })),
  };
}

/** A language that the engine does not support leaves the sentiment open. */
function orNone({ label, score, confidence }: Sentiment): Judgement {
  return label === 'unsupported'
    ? { label: null, score: null, confidence: null }
    : { label, score, confidence };
}

/** Writes the spans and returns the reading with the ids they have: a span that was there before keeps its own. */
async function writeSpans(db: Db, workspaceId: string, reads: Read[]): Promise<Read[]> {
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
  await removeLostSpans(
    db,
    workspaceId,
    reads.map((read) => read.feedbackId),
    spans,
  );
  const written = await db.$queryRaw<{ id: string; feedback_id: string; start: number; end: number }[]>`
    INSERT INTO spans (workspace_id, id, feedback_id, start, "end", sentiment_label, sentiment_score, kind)
    SELECT ${workspaceId}::uuid, r.id, r.feedback_id, r.start, r."end", r.label::sentiment_label, r.score,
      r.kind::statement_kind
    FROM jsonb_to_recordset(${JSON.stringify(spans)}::jsonb)
      AS r(id uuid, feedback_id uuid, start int, "end" int, label text, score real, kind text)
    ON CONFLICT (workspace_id, feedback_id, start, "end") DO UPDATE
      SET sentiment_label = excluded.sentiment_label, sentiment_score = excluded.sentiment_score, kind = excluded.kind
    RETURNING id, feedback_id, start, "end"`;
  const idAt = new Map(written.map((row) => [`${row.feedback_id} ${row.start} ${row.end}`, row.id]));
  return reads.map((read) => ({
    ...read,
    spans: read.spans.map((span) => ({
      ...span,
      id: idAt.get(`${read.feedbackId} ${span.start} ${span.end}`) ?? span.id,
    })),
  }));
}

/** Before another reading: spans of the last one that are not found again go, except those of which a person said something. */
async function removeLostSpans(
  db: Db,
  workspaceId: string,
  feedbackIds: string[],
  found: { feedback_id: string; start: number; end: number }[],
): Promise<void> {
  await db.$executeRaw`
    DELETE FROM spans s
    WHERE s.workspace_id = ${workspaceId}::uuid AND s.feedback_id = ANY(${feedbackIds}::uuid[])
      AND NOT EXISTS (SELECT 1
        FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb) AS r(feedback_id uuid, start int, "end" int)
        WHERE r.feedback_id = s.feedback_id AND r.start = s.start AND r."end" = s."end")
      AND NOT EXISTS (SELECT 1 FROM annotations a
        WHERE a.workspace_id = s.workspace_id AND a.span_id = s.id AND a.maker = 'human')
      AND NOT EXISTS (SELECT 1 FROM theme_assignments a
        WHERE a.workspace_id = s.workspace_id AND a.span_id = s.id
          AND (a.maker = 'human' OR a.sentiment_maker = 'human'))
      AND NOT EXISTS (SELECT 1 FROM theme_decisions d
        WHERE d.workspace_id = s.workspace_id AND d.action = 'not_here' AND d.payload ->> 'spanId' = s.id::text)`;
}

async function writeAnnotations(
  db: Db,
  workspaceId: string,
  modelVersionId: string,
  reads: Read[],
): Promise<void> {
  const annotations = reads.flatMap(({ feedbackId, language, sentiment, kind, kindConfidence, spans }) => {
    const of = (aspect: string, label: string, more: object = {}) => ({
      id: newId(),
      feedback_id: feedbackId,
      aspect,
      label,
      ...more,
    });
    const judged = ({ label, score, confidence }: Judgement, more: object = {}) =>
      label === null ? [] : [of('sentiment', label, { score, confidence, ...more })];
    return [
      ...(language === null ? [] : [of('language', language)]),
      ...judged(sentiment),
      of('kind', kind, { confidence: kindConfidence }),
      ...spans.flatMap((span) => [
        ...judged(span, { span_id: span.id }),
        of('kind', span.kind, { confidence: span.kindConfidence, span_id: span.id }),
        ...span.intents.map(({ intent, ...evidence }) =>
          of('intent', intent, { ...evidence, span_id: span.id }),
        ),
      ]),
    ];
  });
  await db.$executeRaw`
    INSERT INTO annotations (workspace_id, id, feedback_id, span_id, aspect, label, score, confidence, start, "end", maker,
      model_version_id)
    SELECT ${workspaceId}::uuid, r.id, r.feedback_id, r.span_id, r.aspect::aspect, r.label, r.score, r.confidence, r.start,
      r."end", 'engine', ${modelVersionId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(annotations)}::jsonb)
      AS r(id uuid, feedback_id uuid, span_id uuid, aspect text, label text, score real, confidence real, start int,
        "end" int)`;
}

async function writeEffective(db: Db, workspaceId: string, reads: Read[]): Promise<void> {
  const rows = reads.map(({ feedbackId, language, sentiment, kind, spans }) => ({
    id: feedbackId,
    language,
    kind,
    intents: [...new Set(spans.flatMap(({ intents }) => intents.map(({ intent }) => intent)))],
    ...sentiment,
  }));
  await db.$executeRaw`
    UPDATE feedback f
    SET annotated_at = now(), language = r.language, kind = r.kind::statement_kind,
      sentiment_label = r.label::sentiment_label, sentiment_score = r.score, sentiment_confidence = r.confidence,
      intents = r.intents::intent[]
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id uuid, language text, kind text, intents text[], label text, score real, confidence real)
    WHERE f.workspace_id = ${workspaceId}::uuid AND f.id = r.id`;
}
