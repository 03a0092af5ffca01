import { readStatements, requestThemes } from '@/lib/annotations/annotate-feedback';
import { log } from '@/lib/core/log';
import type { Scope } from '@/lib/db/scope';
import type { AnnotationEngine } from '@/lib/nlp/engine';

/**
 * Reads each statement of a job that was given up by itself, so that one text the engine fails on keeps back no other
 * and the workspace gets its themes. Such a text counts as read, without language, sentiment or kind; the log names it.
 */
export async function annotateOneByOne(
  scope: Scope,
  feedbackIds: string[],
  engine?: AnnotationEngine,
): Promise<void> {
  for (const id of feedbackIds) {
    const row = { workspaceId: scope.workspaceId, id };
    // Marked before it is tried: a text that ends the worker itself is not tried again.
    const { count } = await scope.run((db) =>
      db.feedback.updateMany({ where: { ...row, annotatedAt: null }, data: { annotatedAt: new Date() } }),
    );
    if (count === 0) continue;
    try {
      await scope.run(async (db, inner) => {
        await db.feedback.updateMany({ where: row, data: { annotatedAt: null } });
        await readStatements(inner, [id], engine);
      });
    } catch (error) {
      const reason = error instanceof Error ? error.name : typeof error;
      log().error({ workspaceId: scope.workspaceId, feedbackId: id, reason }, 'statement cannot be read');
    }
  }
  await requestThemes(scope);
}
