import { notFound } from '@/lib/core/errors';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { HookKindName, HookState } from '@/lib/ingest/hooks/hook-schema';
import { besidePlace, type Cursor, cutPage, type KeysetPage } from '@/lib/responses/keyset-page';

/** An address as a list shows it. */
export interface HookRow {
  id: string;
  /** What it brings is of this source. */
  sourceId: string;
  kind: HookKindName;
  name: string;
  isSigned: boolean;
  /** Where in its messages what is; null for systems that we know. */
  mapping: Record<string, string> | null;
  createdAt: Date;
  lastReceivedAt: Date | null;
  lastRefusedAt: Date | null;
  lastRefusal: string | null;
  /** Deliveries kept, and those among them that could not be read. */
  deliveries: number;
  dead: number;
}

export interface HookDeliveryRow {
  id: string;
  messageId: string;
  state: HookState;
  written: number;
  failure: string | null;
  receivedAt: Date;
}

/** The addresses at which other systems reach this workspace. */
export async function findHooks(scope: Scope): Promise<HookRow[]> {
  return findRows(scope, Prisma.sql`true`);
}

/** @throws ExpectedError 'not_found' */
export async function getHook(scope: Scope, hookId: string): Promise<HookRow> {
  const [row] = await findRows(scope, Prisma.sql`h.id = ${hookId}::uuid`);
  if (!row) throw notFound('address');
  return row;
}

function findRows(scope: Scope, where: Prisma.Sql): Promise<HookRow[]> {
  return scope.run(
    (db) => db.$queryRaw<HookRow[]>`
      SELECT h.id, h.source_id AS "sourceId", h.kind, h.name, h.secret IS NOT NULL AS "isSigned", h.mapping, h.created_at AS "createdAt",
        h.last_received_at AS "lastReceivedAt", h.last_refused_at AS "lastRefusedAt",
        h.last_refusal AS "lastRefusal", d.all::int AS deliveries, d.dead::int AS dead
      FROM hooks h, LATERAL (
        SELECT count(*) AS all, count(*) FILTER (WHERE d.state = 'dead') AS dead FROM hook_deliveries d
        WHERE d.workspace_id = h.workspace_id AND d.hook_id = h.id) d
      WHERE h.workspace_id = ${scope.workspaceId}::uuid AND h.removed_at IS NULL AND ${where}
      ORDER BY h.created_at DESC, h.id DESC`,
  );
}

/** Deliveries to an address, the newest first, and how many there are in all. */
export async function findHookDeliveries(
  scope: Scope,
  { hookId, state, cursor }: { hookId: string; state: HookState | null; cursor: Cursor | null },
  pageSize = 25,
): Promise<{ page: KeysetPage<HookDeliveryRow>; total: number }> {
  const { place, order } = besidePlace(cursor, { at: Prisma.sql`received_at`, id: Prisma.sql`id` });
  const where = Prisma.sql`workspace_id = ${scope.workspaceId}::uuid AND hook_id = ${hookId}::uuid
    AND (${state}::text IS NULL OR state::text = ${state})`;
  return scope.run(async (db) => {
    const rows = await db.$queryRaw<HookDeliveryRow[]>`
      SELECT id, message_id AS "messageId", state, written, failure, received_at AS "receivedAt"
      FROM hook_deliveries WHERE ${where} AND ${place} ORDER BY ${order} LIMIT ${pageSize + 1}`;
    const [{ total } = { total: 0 }] = await db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM hook_deliveries WHERE ${where}`;
    return { page: cutPage(rows, cursor, pageSize, ({ receivedAt: at, id }) => ({ at, id })), total };
  });
}
