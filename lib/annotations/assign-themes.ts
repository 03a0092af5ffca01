import { findRemovals } from '@/lib/annotations/find-removals';
import { judgeMentions } from '@/lib/annotations/judge-mentions';
import { mentionIsProblem } from '@/lib/annotations/mention-sql';
import { type FirstTheme, tellThemed } from '@/lib/annotations/tell-themed';
import { lockTextModel } from '@/lib/annotations/text-model';
import { laterEngine } from '@/lib/annotations/workspace-engine';
import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { SentenceVector } from '@/lib/nlp/encoder/sentence-vector';
import type { AnnotationEngine } from '@/lib/nlp/engine';
import { findThemeAssigner } from '@/lib/themes/theme-assigner';

export interface SpanText {
  id: string;
  feedbackId: string;
  /** Where it begins in the stored text, in UTF-16 code units. */
  start: number;
  text: string;
  language: string | null;
  kind: string;
  /** What it means by the sentence encoder, where that read it. */
  vector?: SentenceVector | null;
}

/**
 * Makes the engine's themes of these spans what the workspace's classifier says now; does nothing where there are no
 * themes yet. What is said of each theme is read, where a span has several. What people said stays: a theme that one took off a
 * span does not come back, nor under the name of a theme that was merged into it. What a comment gets the first time is kept
 * for good beside.
 * @param spans all spans of their comments
 * @param engine reads in the place of the workspace's own
 * @param editedAt when the edit was made that this is for: themes locked by then neither lose nor get a span by it
 * @returns how many comments have other themes than before
 */
export async function assignThemes(
  scope: Scope,
  spans: readonly SpanText[],
  engine?: AnnotationEngine,
  editedAt: Date | null = null,
): Promise<number> {
  if (spans.length === 0) return 0;
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const assigner = await findThemeAssigner(inner, engine ?? laterEngine(inner));
    if (!assigner) return 0;
    await lockTextModel(db, workspaceId, 'to read');
    const content = spans.filter((span) => span.kind !== 'no_content');
    const found = assigner.assign(content.map((span) => ({ ...span, commentId: span.feedbackId })));
    const isRemoved = await findRemovals(
      db,
      workspaceId,
      content.map((span) => span.id),
    );
    const locked = editedAt ? await findLocked(db, workspaceId, editedAt) : [];
    const isLocked = new Set(locked);
    const rows = found.flatMap(({ index, themeId, confidence }) => {
      const span = content[index];
      return span && !isLocked.has(themeId) && !isRemoved(span.id, themeId)
        ? [{ id: newId(), theme_id: themeId, feedback_id: span.feedbackId, span_id: span.id, confidence }]
        : [];
    });
    const changed = await writeAssignments(
      db,
      workspaceId,
      assigner.modelVersionId,
      spans.map(({ id }) => id),
      JSON.stringify(rows),
      locked,
    );
    await judgeMentions(inner, content, assigner.findAspects, engine);
    await keepFirst(inner, [...new Set(spans.map(({ feedbackId }) => feedbackId))]);
    return changed;
  });
}

/** Themes that were locked at a time, with what is merged into them: nobody's edit changes what they hold. */
async function findLocked(db: Db, workspaceId: string, at: Date): Promise<string[]> {
  const rows = await db.theme.findMany({
    where: {
      workspaceId,
      OR: [{ lockedAt: { lte: at } }, { mergedInto: { lockedAt: { lte: at } } }],
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/**
 * Writes what differs from what is there, of all themes but some. A span that a person put a theme on loses none: they saw the others and let them be; nor
 * does one lose a theme of which a person said how it feels.
 * @returns comments that lost or got a theme
 */
async function writeAssignments(
  db: Db,
  workspaceId: string,
  modelVersionId: string,
  spanIds: string[],
  rows: string,
  kept: string[],
): Promise<number> {
  const lost = await db.$queryRaw<{ feedbackId: string }[]>`
    DELETE FROM theme_assignments a
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.maker = 'engine' AND a.span_id = ANY(${spanIds}::uuid[])
      AND a.theme_id <> ALL(${kept}::uuid[])
      AND NOT EXISTS (
        SELECT 1 FROM jsonb_to_recordset(${rows}::jsonb) AS r(theme_id uuid, span_id uuid)
        WHERE r.span_id = a.span_id AND r.theme_id = a.theme_id)
      AND NOT EXISTS (
        SELECT 1 FROM theme_assignments h
        WHERE h.workspace_id = a.workspace_id AND h.span_id = a.span_id
          AND (h.maker = 'human' OR h.sentiment_maker = 'human' AND h.id = a.id))
    RETURNING a.feedback_id AS "feedbackId"`;
  // A row that an update wrote over has a value in xmax, a new one has none.
  const written = await db.$queryRaw<{ feedbackId: string; isNew: boolean }[]>`
    INSERT INTO theme_assignments AS a
      (workspace_id, id, theme_id, feedback_id, span_id, confidence, maker, model_version_id)
    SELECT ${workspaceId}::uuid, r.id, r.theme_id, r.feedback_id, r.span_id, r.confidence, 'engine',
      ${modelVersionId}::uuid
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS r(id uuid, theme_id uuid, feedback_id uuid, span_id uuid, confidence real)
    ON CONFLICT (workspace_id, span_id, theme_id) DO UPDATE
      SET confidence = excluded.confidence, model_version_id = excluded.model_version_id
      WHERE a.maker = 'engine' AND a.confidence <> excluded.confidence
    RETURNING a.feedback_id AS "feedbackId", a.xmax = 0 AS "isNew"`;
  const got = written.filter(({ isNew }) => isNew);
  return new Set([...lost, ...got].map(({ feedbackId }) => feedbackId)).size;
}

/** Keeps what comments got when themes were first looked for in them; written once. */
async function keepFirst(scope: Scope, feedbackIds: string[]): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const first = await db.$queryRaw<FirstTheme[]>`
    INSERT INTO theme_first_assignments (workspace_id, feedback_id, theme_id, is_problem, model_version_id)
    SELECT f.workspace_id, f.id, coalesce(t.merged_into_id, t.id), bool_or(${mentionIsProblem}),
      (array_agg(a.model_version_id))[1]
    FROM feedback f
      JOIN theme_assignments a ON a.workspace_id = f.workspace_id AND a.feedback_id = f.id
      JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
      JOIN spans s ON s.workspace_id = a.workspace_id AND s.id = a.span_id
    WHERE f.workspace_id = ${workspaceId}::uuid AND f.id = ANY(${feedbackIds}::uuid[]) AND f.themed_at IS NULL
    GROUP BY 1, 2, 3
    ON CONFLICT DO NOTHING
    RETURNING feedback_id AS "feedbackId", theme_id AS "themeId"`;
    await db.$executeRaw`
    UPDATE feedback SET themed_at = now()
    WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${feedbackIds}::uuid[]) AND themed_at IS NULL`;
    await tellThemed(inner, first);
  });
}
