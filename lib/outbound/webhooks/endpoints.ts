import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { ExpectedError, invalid, notFound } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { findAddressFault } from '@/lib/outbound/send-request';
import type { EndpointForm } from '@/lib/outbound/webhooks/event-types';
import { newWebhookSecret } from '@/lib/outbound/webhooks/standard-webhook';
import { sealText } from '@/lib/settings/sealed-text';

export const endpointSecretPlace = (endpointId: string) => `webhook_endpoint.${endpointId}`;

/**
 * Makes an endpoint to be told of what happens here.
 * @returns its signing secret, shown this once; kept encrypted.
 * @throws ExpectedError 'invalid' for an address that we may not send to.
 */
export async function createEndpoint(scope: Scope, form: EndpointForm): Promise<string> {
  requirePermission(scope, 'settings.edit');
  requireAddress(form.url);
  const { workspaceId, actor } = scope;
  if (actor.kind !== 'member') throw new ExpectedError('denied', 'Endpoints are made by members.');
  const [id, secret] = [newId(), newWebhookSecret()];
  await scope.run(async (db, inner) => {
    await db.webhookEndpoint.create({
      data: {
        ...{ workspaceId, id, ...form, createdById: actor.memberId },
        secret: sealText(inner, endpointSecretPlace(id), secret),
      },
    });
    await audit(inner, 'webhook.created', id, { name: form.name, events: form.events });
  });
  return secret;
}

/** Changes what an endpoint is told and where it is. @throws ExpectedError 'invalid', 'not_found' */
export async function updateEndpoint(scope: Scope, endpointId: string, form: EndpointForm): Promise<void> {
  requireAddress(form.url);
  await change(scope, endpointId, 'webhook.changed', form, { name: form.name, events: form.events });
}

/** Turns an endpoint off, or on again with what failed forgotten. @throws ExpectedError 'not_found' */
export async function switchEndpoint(scope: Scope, endpointId: string, isEnabled: boolean): Promise<void> {
  const fresh = { isEnabled, disabledReason: null, failures: 0, failingSince: null };
  await change(scope, endpointId, isEnabled ? 'webhook.turned_on' : 'webhook.turned_off', fresh);
}

/** Gives an endpoint a new secret; the old one signs nothing from now on. @returns it, shown this once. */
export async function replaceEndpointSecret(scope: Scope, endpointId: string): Promise<string> {
  const secret = newWebhookSecret();
  const sealed = sealText(scope, endpointSecretPlace(endpointId), secret);
  await change(scope, endpointId, 'webhook.secret_replaced', { secret: sealed });
  return secret;
}

/** Forgets an endpoint with its log. @throws ExpectedError 'not_found' */
export async function removeEndpoint(scope: Scope, endpointId: string): Promise<void> {
  requirePermission(scope, 'settings.edit');
  await scope.run(async (db, inner) => {
    const { count } = await db.webhookEndpoint.deleteMany({
      where: { workspaceId: scope.workspaceId, id: endpointId },
    });
    if (count === 0) throw notFound('webhook');
    await audit(inner, 'webhook.removed', endpointId);
  });
}

async function change(
  scope: Scope,
  endpointId: string,
  action: string,
  data: Partial<EndpointForm> & {
    isEnabled?: boolean;
    disabledReason?: null;
    failures?: number;
    failingSince?: null;
    secret?: Uint8Array<ArrayBuffer>;
  },
  details: { name?: string; events?: string[] } = {},
): Promise<void> {
  requirePermission(scope, 'settings.edit');
  await scope.run(async (db, inner) => {
    const { count } = await db.webhookEndpoint.updateMany({
      where: { workspaceId: scope.workspaceId, id: endpointId },
      data,
    });
    if (count === 0) throw notFound('webhook');
    await audit(inner, action, endpointId, details);
  });
}

function audit(scope: Scope, action: string, subjectId: string, details: object = {}): Promise<void> {
  return recordAudit(scope, { action, subjectKind: 'webhook', subjectId, details: { ...details } });
}

function requireAddress(url: string): void {
  const fault = findAddressFault(url);
  if (fault) throw invalid(fault);
}
