import { env } from '@/lib/core/env';
import { newId } from '@/lib/core/ids';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import type { EventType } from '@/lib/outbound/webhooks/event-types';

/** Deliveries are kept so long, for the log and to be sent again. */
export const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/** Something that happened. `data` holds ids, numbers and redacted text; people are named by their ids. */
export interface WebhookEvent {
  data: Prisma.InputJsonObject;
  /** The page that shows it, below that of the workspace: `/alerts/ID`. */
  path?: string;
  /** Whose feedback it is, for endpoints that chose themes. */
  themeId?: string;
}

/** Whether some endpoint wants to be told, so that nobody gathers what none will get. */
export async function isListenedTo(scope: Scope, type: EventType): Promise<boolean> {
  return (await findListeners(scope, type)).length > 0;
}

function findListeners(scope: Scope, type: EventType) {
  return scope.run((db) =>
    db.webhookEndpoint.findMany({
      where: { workspaceId: scope.workspaceId, isEnabled: true, events: { has: type } },
      select: { id: true, themeIds: true },
    }),
  );
}

/** Tells the endpoints that want to know, in the transaction of what happened: the messages go out if it is kept. */
export async function emitEvents(
  scope: Scope,
  type: EventType,
  events: readonly WebhookEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const listeners = await findListeners(inner, type);
    if (listeners.length === 0) return;
    const { slug } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    const home = `${env().NEXTAUTH_URL}/w/${slug}`;
    const rows = listeners.flatMap(({ id: endpointId, themeIds }) =>
      events
        .filter(({ themeId }) => !themeId || themeIds.length === 0 || themeIds.includes(themeId))
        .map(({ data, path }) => ({
          ...{ workspaceId, id: newId(), endpointId, event: type },
          data: path === undefined ? data : { ...data, link: `${home}${path}` },
        })),
    );
    await db.webhookDelivery.deleteMany({
      where: { workspaceId, createdAt: { lt: new Date(Date.now() - KEPT_DAYS * DAY_MS) } },
    });
    await db.webhookDelivery.createMany({ data: rows });
    for (const { id } of rows) await enqueue(inner, 'outbound.deliver', { deliveryId: id });
  });
}
