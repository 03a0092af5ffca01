import { notFound } from '@/lib/core/errors';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { ConnectorHealth, RunState } from '@/lib/ingest/connectors/connector-schema';

/** A connector as a list shows it. */
export interface ConnectorRow {
  id: string;
  kind: string;
  name: string;
  intervalMinutes: number;
  health: ConnectorHealth;
  /** Somebody asked it to stop after the page at hand. */
  isStopping: boolean;
  failure: string | null;
  failures: number;
  /** Up to when all that is there has been read; null before the first time. */
  reachedAt: Date | null;
  nextRunAt: Date | null;
  lastSuccessAt: Date | null;
}

export interface ConnectorDetails extends ConnectorRow {
  /** What it brings is of this source. */
  sourceId: string;
  settings: Prisma.JsonValue;
  since: Date;
}

export interface ConnectorRunRow {
  id: string;
  state: RunState;
  pages: number;
  received: number;
  added: number;
  changed: number;
  refused: number;
  failure: string | null;
  startedAt: Date;
  finishedAt: Date | null;
}

type Stored = Prisma.ConnectorGetPayload<object>;

function toRow(stored: Stored, now: Date): ConnectorRow {
  const { id, kind, name, intervalMinutes, failure, failures, reachedAt, nextRunAt, lastSuccessAt } = stored;
  return {
    ...{ id, kind, name, intervalMinutes, failure, failures, reachedAt, nextRunAt, lastSuccessAt },
    health: healthOf(stored, now),
    isStopping: stored.isCancelled,
  };
}

function healthOf(stored: Stored, now: Date): ConnectorHealth {
  if (stored.isPaused) return 'paused';
  if (stored.claimedUntil && stored.claimedUntil > now) return 'running';
  if (stored.needsPerson) return 'needs_person';
  if (stored.failures > 0) return 'waiting';
  return stored.lastSuccessAt ? 'working' : 'new';
}

/** The connectors of this workspace, the newest first. */
export async function findConnectors(scope: Scope, now: Date = new Date()): Promise<ConnectorRow[]> {
  const rows = await scope.run((db) =>
    db.connector.findMany({
      where: { workspaceId: scope.workspaceId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
  );
  return rows.map((row) => toRow(row, now));
}

/** @throws ExpectedError 'not_found' */
export async function getConnector(
  scope: Scope,
  id: string,
  now: Date = new Date(),
): Promise<ConnectorDetails> {
  const { workspaceId } = scope;
  const stored = await scope.run((db) =>
    db.connector.findUnique({ where: { workspaceId_id: { workspaceId, id } } }),
  );
  if (!stored) throw notFound('connector');
  const { sourceId, settings, since } = stored;
  return { ...toRow(stored, now), sourceId, settings, since };
}

/** Runs of a connector, the newest first, and how many there are in all. */
export async function findConnectorRuns(
  scope: Scope,
  { connectorId, at }: { connectorId: string; at: string | null },
  pageSize = 20,
): Promise<{ rows: ConnectorRunRow[]; older: string | null; total: number }> {
  const where = { workspaceId: scope.workspaceId, connectorId };
  return scope.run(async (db) => {
    // Ids begin with the time they were made.
    const found = await db.connectorRun.findMany({
      where: { ...where, ...(at ? { id: { lt: at } } : {}) },
      orderBy: { id: 'desc' },
      take: pageSize + 1,
    });
    const rows = found.slice(0, pageSize);
    const total = await db.connectorRun.count({ where });
    return { rows, older: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null, total };
  });
}
