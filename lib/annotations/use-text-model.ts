import { lockTextModel } from '@/lib/annotations/text-model';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import { setSetting } from '@/lib/settings/commands';
import { getSetting } from '@/lib/settings/queries';

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
    await startRereading(inner);
  });
}

/**
 * Has all feedback read anew by the model in use. A rereading under way is replaced. To be called inside a transaction that
 * holds the lock on the text model; the caller records who did it.
 */
export async function startRereading(scope: Scope): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
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

/** Stops a rereading after the page at hand: what was read anew stays so. */
export async function stopRereading(scope: Scope, rereadingId: string): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const { count } = await db.rereading.updateMany({
      where: { workspaceId, id: rereadingId, status: 'running' },
      data: { status: 'stopped' },
    });
    if (count > 0) await enqueue(inner, 'annotations.themes', {});
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
