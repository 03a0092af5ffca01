import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';

/**
 * Has all comments assigned anew, for what decides the comments of these themes has changed; of none where a run that was
 * stopped is to be done after all. In the caller's transaction.
 * @param afterSeconds how long it waits for more of the kind
 * @param changed comments that the edit itself has given other themes already
 */
export async function requestReassignment(
  scope: Scope,
  themeIds: readonly string[],
  { afterSeconds = 0, changed = 0 } = {},
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    await db.theme.updateMany({
      where: { workspaceId, id: { in: [...themeIds] } },
      data: { steeredAt: new Date() },
    });
    const waiting = await db.themeReassignment.findFirst({
      where: { workspaceId, startedAt: null, cancelledAt: null },
    });
    if (!waiting) await db.themeReassignment.create({ data: { workspaceId, id: newId(), changed } });
    else if (changed > 0) {
      await db.themeReassignment.update({
        where: { workspaceId_id: { workspaceId, id: waiting.id } },
        data: { changed: { increment: changed } },
      });
    }
    await enqueue(inner, 'annotations.reassign', {}, { startAfterSeconds: afterSeconds });
  });
}
