import { recordAudit } from '@/lib/audit/record';
import { ExpectedError } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import { OutboundError } from '@/lib/outbound/outbound-error';
import { parseRetryAfter } from '@/lib/outbound/retry-after';
import type { Send } from '@/lib/outbound/send-request';
import { endpointSecretPlace } from '@/lib/outbound/webhooks/endpoints';
import { TEST_EVENT } from '@/lib/outbound/webhooks/event-types';
import { namePeople } from '@/lib/outbound/webhooks/name-people';
import { signWebhook } from '@/lib/outbound/webhooks/standard-webhook';
import { unsealText } from '@/lib/settings/sealed-text';

/** Seconds from each failed attempt to the next: ten attempts in a little more than three days. Source: Standard Webhooks. */
export const RETRY_SECONDS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
/** An endpoint that took nothing for so long, in so many attempts, is turned off. */
const DISABLED_AFTER_MS = 3 * 86_400_000;
const DISABLED_AFTER_FAILURES = 10;
const CLAIM_MS = 60_000;
const TIMEOUT_MS = 15_000;
/** Of the answer nothing but its status is read. */
const MOST_ANSWER_BYTES = 64_000;

type Result = { status: number; retryAfterSeconds: number | null } | { failure: string; isPassing: boolean };

/**
 * Sends a message to its endpoint, signed by Standard Webhooks. One that fails is tried again, ever more seldom, under the same
 * id; an endpoint that answers 410 or takes nothing for days is turned off.
 */
export async function deliverWebhook(
  scope: Scope,
  deliveryId: string,
  send: Send,
  now: Date = new Date(),
): Promise<void> {
  const delivery = await claim(scope, deliveryId, now);
  if (!delivery) return;
  if (!delivery.endpoint.isEnabled && delivery.event !== TEST_EVENT) {
    await end(scope, delivery, { state: 'failed', failure: 'The endpoint was turned off.' }, now);
    return;
  }
  await settle(scope, delivery, await attempt(scope, delivery, send, now), now);
}

type Claimed = Prisma.WebhookDeliveryGetPayload<{ include: { endpoint: true } }>;

async function claim(scope: Scope, deliveryId: string, now: Date): Promise<Claimed | null> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const { count } = await db.webhookDelivery.updateMany({
      where: {
        ...{ workspaceId, id: deliveryId, state: 'waiting' },
        OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }],
        AND: [{ OR: [{ nextAttemptAt: null }, { nextAttemptAt: { lte: now } }] }],
      },
      data: { claimedUntil: new Date(now.getTime() + CLAIM_MS), attempts: { increment: 1 } },
    });
    const delivery = await db.webhookDelivery.findUnique({
      where: { workspaceId_id: { workspaceId, id: deliveryId } },
      include: { endpoint: true },
    });
    if (count === 1) return delivery;
    const until = delivery?.state === 'waiting' ? (delivery.claimedUntil ?? delivery.nextAttemptAt) : null;
    if (until) {
      // Another worker has it, or had it and died, or its time has not come: looked at again when it has.
      const startAfterSeconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000) + 1);
      await enqueue(inner, 'outbound.deliver', { deliveryId }, { startAfterSeconds });
    }
    return null;
  });
}

async function attempt(scope: Scope, delivery: Claimed, send: Send, now: Date): Promise<Result> {
  const { endpoint, event, createdAt } = delivery;
  try {
    const data = await namePeople(scope, delivery.data as Prisma.JsonObject);
    const body = JSON.stringify({ type: event, timestamp: createdAt.toISOString(), data });
    const message = { id: `msg_${delivery.id}`, timestamp: Math.floor(now.getTime() / 1000), body };
    const secret = unsealText(scope, endpointSecretPlace(endpoint.id), endpoint.secret);
    const { status, headers } = await send({
      url: endpoint.url,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': message.id,
        'webhook-timestamp': String(message.timestamp),
        'webhook-signature': signWebhook(secret, message),
      },
      body,
      timeoutMs: TIMEOUT_MS,
      maxBytes: MOST_ANSWER_BYTES,
    });
    return { status, retryAfterSeconds: parseRetryAfter(headers['retry-after'], { now }) };
  } catch (error) {
    if (error instanceof OutboundError) return { failure: error.message, isPassing: error.isPassing };
    if (error instanceof ExpectedError) return { failure: error.message, isPassing: false };
    const fault = error instanceof Error ? error.stack : String(error);
    log().error(
      { workspaceId: scope.workspaceId, deliveryId: delivery.id, error: fault },
      'webhook not sent',
    );
    return { failure: 'Something went wrong on our side; the log has the details.', isPassing: true };
  }
}

async function settle(scope: Scope, delivery: Claimed, result: Result, now: Date): Promise<void> {
  const { workspaceId } = scope;
  const { endpoint, attempts, event, id } = delivery;
  const status = 'status' in result ? result.status : null;
  await scope.run(async (db, inner) => {
    if (status !== null && status >= 200 && status < 300) {
      await end(inner, delivery, { state: 'delivered', failure: null, status }, now);
      await db.webhookEndpoint.updateMany({
        where: { workspaceId, id: endpoint.id },
        data: { failures: 0, failingSince: null, lastDeliveredAt: now },
      });
      return;
    }
    const failure = 'failure' in result ? result.failure : `It answered with status ${result.status}.`;
    const isGone = status === 410;
    const mayPass = 'isPassing' in result ? result.isPassing : !isGone;
    const planned = RETRY_SECONDS[attempts - 1];
    const asked = 'retryAfterSeconds' in result ? result.retryAfterSeconds : null;
    const isLast = planned === undefined || !mayPass || event === TEST_EVENT;
    if (event !== TEST_EVENT && (await noteFailure(inner, endpoint, { isGone, now }))) {
      await end(inner, delivery, { state: 'failed', failure, status }, now);
      return;
    }
    if (isLast) {
      await end(inner, delivery, { state: 'failed', failure, status }, now);
      return;
    }
    const startAfterSeconds = Math.max(planned, asked ?? 0);
    await db.webhookDelivery.updateMany({
      where: { workspaceId, id },
      data: {
        ...{ failure, status, claimedUntil: null },
        nextAttemptAt: new Date(now.getTime() + startAfterSeconds * 1000),
      },
    });
    await enqueue(inner, 'outbound.deliver', { deliveryId: id }, { startAfterSeconds });
  });
}

/** Counts a failed attempt. @returns whether the endpoint was turned off for it. */
async function noteFailure(
  scope: Scope,
  endpoint: Claimed['endpoint'],
  { isGone, now }: { isGone: boolean; now: Date },
): Promise<boolean> {
  const { workspaceId } = scope;
  const where = { workspaceId_id: { workspaceId, id: endpoint.id } };
  return scope.run(async (db, inner) => {
    const { failures, failingSince, isEnabled } = await db.webhookEndpoint.update({
      where,
      data: { failures: { increment: 1 }, failingSince: endpoint.failingSince ?? now },
    });
    const isFailingLong =
      failingSince !== null &&
      now.getTime() - failingSince.getTime() >= DISABLED_AFTER_MS &&
      failures >= DISABLED_AFTER_FAILURES;
    if (!isEnabled || !(isGone || isFailingLong)) return false;
    const disabledReason = isGone
      ? 'It answered 410: it is gone and wants no more.'
      : `It took nothing for 3 days, in ${failures} attempts.`;
    await db.webhookEndpoint.update({ where, data: { isEnabled: false, disabledReason } });
    await recordAudit(inner, {
      action: 'webhook.turned_off',
      subjectKind: 'webhook',
      subjectId: endpoint.id,
      details: { reason: isGone ? 'gone' : 'failing', failures },
    });
    return true;
  });
}

async function end(
  scope: Scope,
  { id }: Claimed,
  outcome: { state: 'delivered' | 'failed'; failure: string | null; status?: number | null },
  now: Date,
): Promise<void> {
  await scope.run((db) =>
    db.webhookDelivery.updateMany({
      where: { workspaceId: scope.workspaceId, id },
      data: { ...outcome, claimedUntil: null, nextAttemptAt: null, finishedAt: now },
    }),
  );
}
