import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { env } from '@/lib/core/env';
import { ExpectedError, invalid, notFound } from '@/lib/core/errors';
import { newId, newMailToken, newToken, sha256 } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { ensureSystemSource } from '@/lib/ingest/arrivals/ensure-system-source';
import type { FieldMapping } from '@/lib/ingest/hooks/field-mapping';
import type { HookForm } from '@/lib/ingest/hooks/hook-form';
import { hookKinds } from '@/lib/ingest/hooks/hook-kinds';
import { type HookKindName, hookKindKeys, hookKindNames } from '@/lib/ingest/hooks/hook-schema';
import { addressTokenPlace, mailAddressOf } from '@/lib/ingest/hooks/mail-addresses';
import { newWebhookSecret } from '@/lib/outbound/webhooks/standard-webhook';
import { sealText } from '@/lib/settings/sealed-text';

/** What is to be entered in the other system; shown once, but for an address of e-mail. */
export interface NewHook {
  name: string;
  address: string;
  /** The secret that we made; null where the other side makes it, or does not sign. */
  secret: string | null;
  /** Whether it can be looked up again: the address of e-mail can, others are shown this once. */
  isKept: boolean;
}

export const hookSecretPlace = (hookId: string) => `hook:${hookId}`;

/**
 * Makes an address for another system. Of its token only the hash is kept, its secret encrypted.
 * @throws ExpectedError 'invalid' where the secret is missing that the system signs with.
 */
export async function createHook(scope: Scope, form: HookForm): Promise<NewHook> {
  requirePermission(scope, 'settings.edit');
  const { workspaceId, actor } = scope;
  if (actor.kind !== 'member') throw new ExpectedError('denied', 'Addresses are made by members.');
  const { kind, name, mapping } = form;
  const ours = makeSecret(form);
  const secret = ours ?? (form.secret || null);
  const isMail = hookKinds[kind].by === 'mail';
  const [id, token] = [newId(), isMail ? newMailToken() : newToken()];
  await scope.run(async (db, inner) => {
    const sourceId = await ensureSystemSource(inner, { system: kind, name, kind: 'webhook' });
    await db.hook.create({
      data: {
        ...{ workspaceId, id, sourceId, kind, name },
        addressHash: sha256(token),
        secret: secret === null ? null : sealText(inner, hookSecretPlace(id), secret),
        ...(isMail ? { addressToken: sealText(inner, addressTokenPlace(id), token) } : {}),
        ...(mapping ? { mapping } : {}),
        createdById: actor.memberId,
      },
    });
    await recordAudit(inner, {
      action: 'hook.created',
      subjectKind: 'hook',
      subjectId: id,
      details: { kind, name, isSigned: secret !== null },
    });
  });
  const address = isMail ? mailAddressOf(token) : `${env().NEXTAUTH_URL}/api/hooks/${token}`;
  return { name, address, secret: ours, isKept: isMail };
}

/** The secret where it is ours to make; null where it is not. */
function makeSecret({ kind, secret, isSigned }: HookForm): string | null {
  const { secret: from, isSecretOptional } = hookKinds[kind];
  if (from === 'ours') return isSecretOptional && !isSigned ? null : newWebhookSecret();
  if (from === 'theirs' && !secret && !isSecretOptional) {
    throw invalid(`Enter the secret that ${hookKindNames[kind]} signs with: without it anybody could send.`);
  }
  return null;
}

/** Changes where in the body of its messages what is; those that could not be read can then be read again. */
export async function changeMapping(scope: Scope, hookId: string, mapping: FieldMapping): Promise<void> {
  await change(scope, { hookId, kinds: ['generic'], action: 'hook.mapping_changed' }, { mapping });
}

/** Takes another secret, of a sender that makes its own. */
export async function changeSecret(scope: Scope, hookId: string, secret: string): Promise<void> {
  const kinds = hookKindKeys.filter((kind) => hookKinds[kind].secret === 'theirs');
  const sealed = sealText(scope, hookSecretPlace(hookId), secret);
  await change(scope, { hookId, kinds, action: 'hook.secret_replaced' }, { secret: sealed });
}

async function change(
  scope: Scope,
  { hookId, kinds, action }: { hookId: string; kinds: HookKindName[]; action: string },
  data: { mapping: FieldMapping } | { secret: Uint8Array<ArrayBuffer> },
): Promise<void> {
  requirePermission(scope, 'settings.edit');
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const { count } = await db.hook.updateMany({
      where: { workspaceId, id: hookId, removedAt: null, kind: { in: kinds } },
      data,
    });
    if (count === 0) throw notFound('address');
    await recordAudit(inner, { action, subjectKind: 'hook', subjectId: hookId });
  });
}

/** Ends an address: what comes to it is refused from now on. What it brought stays. @throws ExpectedError 'not_found' */
export async function removeHook(scope: Scope, hookId: string): Promise<void> {
  requirePermission(scope, 'settings.edit');
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const { count } = await db.hook.updateMany({
      where: { workspaceId, id: hookId, removedAt: null },
      data: { removedAt: new Date(), secret: null, addressToken: null },
    });
    if (count === 0) throw notFound('address');
    await recordAudit(inner, { action: 'hook.removed', subjectKind: 'hook', subjectId: hookId });
  });
}
