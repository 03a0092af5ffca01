import { findHookScope } from '@/lib/auth/find-hook-scope';
import { ExpectedError, notFound } from '@/lib/core/errors';
import { sha256 } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { hookSecretPlace } from '@/lib/ingest/hooks/create-hook';
import type { HookKind, HookRequest, Verdict } from '@/lib/ingest/hooks/hook-kind';
import { hookKinds } from '@/lib/ingest/hooks/hook-kinds';
import { hookKindKeys } from '@/lib/ingest/hooks/hook-schema';
import { keepDelivery } from '@/lib/ingest/hooks/keep-delivery';
import { findMessageId } from '@/lib/ingest/vendors/mail';
import { unsealText } from '@/lib/settings/sealed-text';

/** A refusal is a hint for people: written once a minute at most, for anybody can cause one who knows the address. */
const NOTED_EVERY_MS = 60_000;

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
  const { scope, hookId } = await getHookScope(token, 'http');
  const verdict = await verify(scope, hookId, request, now);
  if (!verdict.isGenuine) {
    await noteRefusal(scope, hookId, verdict.reason, now);
    throw new ExpectedError('signed_out', verdict.reason);
  }
  const { body } = request;
  return keepDelivery(scope, hookId, { messageId: verdict.messageId ?? sha256(body), body }, now);
}

/**
 * Takes a letter to an address of ours, as {@link receiveHook} takes a message.
 * @param raw as it came, a character for each byte
 * @throws ExpectedError 'not_found' for an unknown address
 */
export async function receiveMail(
  token: string,
  raw: string,
  now: Date = new Date(),
): Promise<'accepted' | 'repeated'> {
  const { scope, hookId } = await getHookScope(token, 'mail');
  return keepDelivery(scope, hookId, { messageId: findMessageId(raw) ?? sha256(raw), body: raw }, now);
}

/** Whether an address takes what comes this way. */
export async function isHookAddress(token: string, by: HookKind['by']): Promise<boolean> {
  return (await findByWay(token, by)) !== null;
}

async function getHookScope(token: string, by: HookKind['by']) {
  const found = await findByWay(token, by);
  if (!found) throw notFound('address');
  return found;
}

/** An address for letters takes no requests, nor the other way round: what comes would not be read. */
async function findByWay(token: string, by: HookKind['by']) {
  const found = await findHookScope(token);
  const kind = hookKindKeys.find((name) => name === found?.kind);
  // A kind that is not known any more says so when it is asked to take something.
  return found && (kind ? hookKinds[kind].by : 'http') === by ? found : null;
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
