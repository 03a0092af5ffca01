import { requirePermission } from '@/lib/auth/permissions';
import { conflict, ExpectedError, notFound } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import { type Send, sendRequest } from '@/lib/outbound/send-request';
import { deliverWebhook } from '@/lib/outbound/webhooks/deliver-webhook';
import { TEST_EVENT } from '@/lib/outbound/webhooks/event-types';

/**
 * Sends a message again, under the same id, with all its attempts before it; one that waits for its next attempt goes now.
 * @throws ExpectedError 'conflict' for one that is being sent.
 */
export async function resendWebhook(scope: Scope, deliveryId: string): Promise<void> {
  requirePermission(scope, 'settings.edit');
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const { count } = await db.webhookDelivery.updateMany({
      where: {
        ...{ workspaceId, id: deliveryId },
        OR: [{ state: { not: 'waiting' } }, { nextAttemptAt: { gt: new Date() }, claimedUntil: null }],
      },
      data: {
        ...{ state: 'waiting', attempts: 0, status: null, failure: null },
        ...{ nextAttemptAt: null, claimedUntil: null, finishedAt: null },
      },
    });
    if (count === 0) throw conflict('This message is on its way already, or no longer kept.');
    await enqueue(inner, 'outbound.deliver', { deliveryId });
  });
}

/**
 * Sends a message that only says that it is a test, once, and waits for the answer.
 * @returns the status that came back.
 * @throws ExpectedError 'unavailable' saying why it was not taken.
 */
export async function testEndpoint(
  scope: Scope,
  endpointId: string,
  send: Send = sendRequest,
): Promise<number> {
  requirePermission(scope, 'settings.edit');
  const { workspaceId } = scope;
  const id = newId();
  await scope.run(async (db) => {
    const where = { workspaceId_id: { workspaceId, id: endpointId } };
    if (!(await db.webhookEndpoint.findUnique({ where }))) throw notFound('webhook');
    await db.webhookDelivery.create({
      data: { workspaceId, id, endpointId, event: TEST_EVENT, data: { message: 'A test from Verbatim.' } },
    });
  });
  await deliverWebhook(scope, id, send);
  const { state, status, failure } = await scope.run((db) =>
    db.webhookDelivery.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } }),
  );
  if (state === 'delivered' && status !== null) return status;
  throw new ExpectedError('unavailable', failure ?? 'It was not taken.');
}
