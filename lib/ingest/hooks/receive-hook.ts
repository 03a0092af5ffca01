import { findHookScope } from '@/lib/auth/find-hook-scope';
import { ExpectedError, notFound } from '@/lib/core/errors';
import { newId, sha256 } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { hookSecretPlace } from '@/lib/ingest/hooks/create-hook';
import type { HookRequest, Verdict } from '@/lib/ingest/hooks/hook-kind';
import { hookKinds } from '@/lib/ingest/hooks/hook-kinds';
import { hookKindKeys } from '@/lib/ingest/hooks/hook-schema';
import { enqueue } from '@/lib/jobs/queue';
import { sealText, unsealText } from '@/lib/settings/sealed-text';

/** Deliveries are kept so long; within it a message that comes again is known by its id. */
export const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
/** A refusal is a hint for people: written once a minute at most, for anybody can cause one who knows the address. */
const NOTED_EVERY_MS = 60_000;

export const hookBodyPlace = (deliveryId: string) => `hook_delivery.${deliveryId}`;

/**
 * Takes a message to an address of ours: checks who sent it, keeps it encrypted and lets a job read it, so that the sender has
 * its answer at once. The same message again is not kept again.
 * @throws ExpectedError 'not_found' for an unknown address, 'signed_out' for a message that is not from whom it says.
 */
export async function receiveHook(
  token: string,
  request: HookRequest,
  now: Date = new Date(),
): Promise<'accepted' | 'repeated'> {
  const found = await findHookScope(token);
  if (!found) throw notFound('address');
  const { scope, hookId } = found;
  const verdict = await verify(scope, hookId, request, now);
  if (!verdict.isGenuine) {
    await noteRefusal(scope, hookId, verdict.reason, now);
    throw new ExpectedError('signed_out', verdict.reason);
  }
  return keep(
    scope,
    hookId,
    { messageId: verdict.messageId ?? sha256(request.body), body: request.body },
    now,
  );
}

/** Whether an address takes messages. */
export async function isHookAddress(token: string): Promise<boolean> {
  return (await findHookScope(token)) !== null;
}

async function verify(scope: Scope, hookId: string, request: HookRequest, now: Date): Promise<Verdict> {
  const { workspaceId } = scope;
  const hook = await scope.run((db) =>
    db.hook.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id: hookId } },
      select: { kind: true, secret: true },
    }),
  );
  const kind = hookKindKeys.find((name) => name === hook.kind);
  if (!kind) return { isGenuine: false, reason: 'This kind of sender is not known any more.' };
  if (!hook.secret) return { isGenuine: true, messageId: null };
  return hookKinds[kind].verify(request, unsealText(scope, hookSecretPlace(hookId), hook.secret), now);
}

async function noteRefusal(scope: Scope, hookId: string, reason: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - NOTED_EVERY_MS);
  await scope.run((db) =>
    db.hook.updateMany({
      where: {
        workspaceId: scope.workspaceId,
        id: hookId,
        OR: [{ lastRefusedAt: null }, { lastRefusedAt: { lt: before } }],
      },
      data: { lastRefusedAt: now, lastRefusal: reason },
    }),
  );
}

async function keep(
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
