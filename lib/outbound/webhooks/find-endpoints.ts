import { notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import type { DeliveryState } from '@/lib/outbound/webhooks/event-types';

/** An endpoint as a list shows it. */
export interface EndpointRow {
  id: string;
  name: string;
  url: string;
  events: string[];
  themeIds: string[];
  isEnabled: boolean;
  disabledReason: string | null;
  failingSince: Date | null;
  failures: number;
  lastDeliveredAt: Date | null;
  /** Messages kept, and those among them that were not taken. */
  deliveries: number;
  failed: number;
}

export interface WebhookDeliveryRow {
  id: string;
  event: string;
  state: DeliveryState;
  attempts: number;
  status: number | null;
  failure: string | null;
  nextAttemptAt: Date | null;
  createdAt: Date;
}

/** The endpoints that are told of what happens here, the newest first; one of them where its id is given. */
export async function findEndpoints(scope: Scope, endpointId: string | null = null): Promise<EndpointRow[]> {
  return scope.run(
    (db) => db.$queryRaw<EndpointRow[]>`
      SELECT e.id, e.name, e.url, e.events, e.theme_ids AS "themeIds", e.is_enabled AS "isEnabled",
        e.disabled_reason AS "disabledReason", e.failing_since AS "failingSince", e.failures,
        e.last_delivered_at AS "lastDeliveredAt", d.all::int AS deliveries, d.failed::int AS failed
      FROM webhook_endpoints e, LATERAL (
        SELECT count(*) AS all, count(*) FILTER (WHERE d.state = 'failed') AS failed FROM webhook_deliveries d
        WHERE d.workspace_id = e.workspace_id AND d.endpoint_id = e.id) d
      WHERE e.workspace_id = ${scope.workspaceId}::uuid AND (${endpointId}::uuid IS NULL OR e.id = ${endpointId}::uuid)
      ORDER BY e.created_at DESC, e.id DESC`,
  );
}

/** @throws ExpectedError 'not_found' */
export async function getEndpoint(scope: Scope, endpointId: string): Promise<EndpointRow> {
  const [row] = await findEndpoints(scope, endpointId);
  if (!row) throw notFound('webhook');
  return row;
}

/** Messages to an endpoint, the newest first, and how many there are in all. */
export async function findWebhookDeliveries(
  scope: Scope,
  { endpointId, state, at }: { endpointId: string; state: DeliveryState | null; at: string | null },
  pageSize = 25,
): Promise<{ rows: WebhookDeliveryRow[]; older: string | null; total: number }> {
  const where = { workspaceId: scope.workspaceId, endpointId, ...(state ? { state } : {}) };
  return scope.run(async (db) => {
    // Ids begin with the time they were made.
    const found = await db.webhookDelivery.findMany({
      where: { ...where, ...(at ? { id: { lt: at } } : {}) },
      orderBy: { id: 'desc' },
      take: pageSize + 1,
      select: {
        ...{ id: true, event: true, state: true, attempts: true, status: true },
        ...{ failure: true, nextAttemptAt: true, createdAt: true },
      },
    });
    const rows = found.slice(0, pageSize);
    const total = await db.webhookDelivery.count({ where });
    return { rows, older: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null, total };
  });
}
