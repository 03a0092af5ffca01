import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import { sealText } from '@/lib/settings/sealed-text';

/** Deliveries are kept so long; within it a message that comes again is known by its id. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

export const hookBodyPlace = (deliveryId: string) => `hook_delivery.${deliveryId}`;

/**
 * Keeps a message to an address, encrypted, and lets a job read it: all or nothing, so that its sender may be told that it has come.
 * The same message again is not kept again.
 */
export async function keepDelivery(
  scope: Scope,
  hookId: string,
  { messageId, body }: { messageId: string; body: string },
  now: Date,
): Promise<'accepted' | 'repeated'> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    await db.hookDelivery.deleteMany({
      where: { workspaceId, receivedAt: { lt: new Date(now.getTime() - KEPT_DAYS * DAY_MS) } },
    });
    const id = newId();
    const { count } = await db.hookDelivery.createMany({
      data: [
        {
          ...{ workspaceId, id, hookId, receivedAt: now },
          messageId: messageId.slice(0, 300),
          body: sealText(inner, hookBodyPlace(id), body),
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return 'repeated';
    await db.hook.updateMany({ where: { workspaceId, id: hookId }, data: { lastReceivedAt: now } });
    await enqueue(inner, 'ingest.hook', { deliveryId: id });
    return 'accepted';
  });
}
