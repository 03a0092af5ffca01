import { findRemovals } from '@/lib/annotations/find-removals';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { findThemeAssigner } from '@/lib/themes/queries';

export interface SpanText {
  id: string;
  feedbackId: string;
  text: string;
  language: string | null;
  kind: string;
}

/**
 * Writes the engine's themes of these spans under the newest theme model; does nothing where there is none yet. A theme
 * that a person took off a span does not come back, nor under the name of a theme that was merged into it.
 */
export async function assignThemes(scope: Scope, spans: SpanText[]): Promise<void> {
  const content = spans.filter((span) => span.kind !== 'no_content');
  if (content.length === 0) return;
  const assigner = await findThemeAssigner(scope);
  if (!assigner) return;
  const found = assigner.assign(content.map((span) => ({ ...span, commentId: span.feedbackId })));
  const { workspaceId } = scope;
  await scope.run(async (db) => {
    const isRemoved = await findRemovals(
      db,
      workspaceId,
      content.map((span) => span.id),
    );
    const rows = found.flatMap(({ index, themeId, confidence }) => {
      const span = content[index];
      return span && !isRemoved(span.id, themeId)
        ? [{ id: newId(), theme_id: themeId, feedback_id: span.feedbackId, span_id: span.id, confidence }]
        : [];
    });
    await db.$executeRaw`
      INSERT INTO theme_assignments (workspace_id, id, theme_id, feedback_id, span_id, confidence, maker, model_version_id)
      SELECT ${workspaceId}::uuid, r.id, r.theme_id, r.feedback_id, r.span_id, r.confidence, 'engine',
        ${assigner.modelVersionId}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r(id uuid, theme_id uuid, feedback_id uuid, span_id uuid, confidence real)
      ON CONFLICT (workspace_id, span_id, theme_id) DO NOTHING`;
  });
}
