import { readStatements, requestThemes } from '@/lib/annotations/annotate-feedback';
import { lockTextModel } from '@/lib/annotations/text-model';
import { findWorkspaceEngine } from '@/lib/annotations/workspace-engine';
import { log } from '@/lib/core/log';
import type { Scope } from '@/lib/db/scope';
import type { AdaptableEngine, AnnotationEngine } from '@/lib/nlp/engine';
import { requestReassignment } from '@/lib/themes/request-reassignment';

/** Statements read in one transaction: about a second. */
const PAGE = 200;

/**
 * Reads all statements anew, page by page in the order of their ids; each page commits with its progress, so a worker that
 * dies hands on exactly where it stopped. It ends early when it was stopped or replaced. Afterwards themes and ranks
 * follow. What people said holds throughout.
 * @param engine reads the texts in the place of the installation's own
 */
export async function rereadFeedback(
  scope: Scope,
  rereadingId: string,
  signal: AbortSignal,
  engine?: AdaptableEngine,
): Promise<void> {
  while (await rereadPage(scope, rereadingId, engine)) {
    // Not done: thrown, so that the queue hands the rest to the next worker.
    signal.throwIfAborted();
  }
}

/** @returns whether there may be more to read */
async function rereadPage(scope: Scope, rereadingId: string, engine?: AdaptableEngine): Promise<boolean> {
  const { workspaceId } = scope;
  const key = { workspaceId_id: { workspaceId, id: rereadingId } };
  return scope.run(async (db, inner) => {
    // Before the row is locked: who changes the model takes both in the same order.
    await lockTextModel(db, workspaceId, 'to read');
    await db.$queryRaw`
      SELECT 1 FROM rereadings WHERE workspace_id = ${workspaceId}::uuid AND id = ${rereadingId}::uuid FOR UPDATE`;
    const rereading = await db.rereading.findUnique({ where: key });
    if (rereading?.status !== 'running') return false;
    const page = await db.feedback.findMany({
      where: {
        workspaceId,
        annotatedAt: { not: null },
        ...(rereading.afterId ? { id: { gt: rereading.afterId } } : {}),
      },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: { id: true },
    });
    const last = page.at(-1);
    if (!last) {
      await db.rereading.update({ where: key, data: { status: 'finished', finishedAt: new Date() } });
      // Examples may have got their vectors after the comments before them were assigned.
      if ((await db.theme.count({ where: { workspaceId } })) > 0) await requestReassignment(inner, []);
      await requestThemes(inner);
      return false;
    }
    await readAgain(
      inner,
      page.map(({ id }) => id),
      await findWorkspaceEngine(inner, engine),
    );
    await db.rereading.update({
      where: key,
      data: { afterId: last.id, done: { increment: page.length } },
    });
    return true;
  });
}

/** A text that the engine fails on keeps what it had; the log names it. */
async function readAgain(scope: Scope, ids: string[], engine: AnnotationEngine): Promise<void> {
  try {
    await readStatements(scope, ids, engine, 'again');
  } catch (error) {
    const [id] = ids;
    if (ids.length > 1) {
      for (const one of ids) await readAgain(scope, [one], engine);
      return;
    }
    const reason = error instanceof Error ? error.name : typeof error;
    log().error({ workspaceId: scope.workspaceId, feedbackId: id, reason }, 'statement cannot be read anew');
  }
}
