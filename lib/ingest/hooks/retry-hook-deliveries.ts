import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { conflict } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';

/** Dead ones that one click lets be read again. */
const MOST_AT_ONCE = 1000;

/**
 * Lets messages be read again that could not be: one, or all of an address.
 * @returns how many.
 * @throws ExpectedError 'conflict' where there is none.
 */
export async function retryHookDeliveries(
  scope: Scope,
  which: { deliveryId: string } | { hookId: string },
): Promise<number> {
  requirePermission(scope, 'settings.edit');
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const dead = await db.hookDelivery.findMany({
      where: {
        ...('deliveryId' in which ? { id: which.deliveryId } : { hookId: which.hookId }),
        ...{ workspaceId, state: 'dead', body: { not: null } },
      },
      select: { id: true, hookId: true },
      orderBy: { id: 'asc' },
      take: MOST_AT_ONCE,
    });
    const [first] = dead;
    if (!first) throw conflict('There is nothing to read again: somebody else has seen to it.');
    await db.hookDelivery.updateMany({
      where: { workspaceId, id: { in: dead.map(({ id }) => id) } },
      data: { state: 'waiting', failure: null, readAt: null },
    });
    for (const { id } of dead) await enqueue(inner, 'ingest.hook', { deliveryId: id });
    await recordAudit(inner, {
      action: 'hook.deliveries_retried',
      subjectKind: 'hook',
      subjectId: first.hookId,
      details: { count: dead.length },
    });
    return dead.length;
  });
}
