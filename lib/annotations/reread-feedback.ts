import { readStatements, requestThemes } from '@/lib/annotations/annotate-feedback';
import { findWorkspaceEngine, lockTextModel } from '@/lib/annotations/text-model';
import { newId } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import type { AdaptableEngine, AnnotationEngine } from '@/lib/nlp/engine';
import { setSetting } from '@/lib/settings/commands';
import { getSetting } from '@/lib/settings/queries';

/** Statements read in one transaction: about a second. */
const PAGE = 200;

/**
 * Changes which model reads the workspace's feedback, null for the engine as it is, and has all of it read anew. A rereading
 * under way is replaced. To be called inside a transaction; the caller records who did it.
 */
export async function useTextModel(
  scope: Scope,
  { modelVersionId, learnsByItself }: { modelVersionId: string | null; learnsByItself?: boolean },
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    await lockTextModel(db, workspaceId, 'to change');
    const setting = await getSetting(inner, 'textModel');
    await setSetting(inner, 'textModel', {
      modelVersionId,
      learnsByItself: learnsByItself ?? setting.learnsByItself,
    });
    await db.rereading.updateMany({
      where: { workspaceId, status: { in: ['running', 'stopped'] } },
      data: { status: 'replaced', finishedAt: new Date() },
    });
    const total = await db.feedback.count({ where: { workspaceId, annotatedAt: { not: null } } });
    const id = newId();
    await db.rereading.create({ data: { workspaceId, id, total } });
    await enqueue(inner, 'annotations.reread', { rereadingId: id });
  });
}

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

/** Stops a rereading after the page at hand: what was read anew stays so. */
export async function stopRereading(scope: Scope, rereadingId: string): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const { count } = await db.rereading.updateMany({
      where: { workspaceId, id: rereadingId, status: 'running' },
      data: { status: 'stopped' },
    });
    if (count > 0) await requestThemes(inner);
  });
}

/** Lets a stopped rereading go on where it stopped. */
export async function continueRereading(scope: Scope, rereadingId: string): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const { count } = await db.rereading.updateMany({
      where: { workspaceId, id: rereadingId, status: 'stopped' },
      data: { status: 'running' },
    });
    if (count > 0) await enqueue(inner, 'annotations.reread', { rereadingId });
  });
}
