import { z } from 'zod';
import { ExpectedError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { retryCollisions } from '@/lib/http/retry-collisions';
import { writeArrivals } from '@/lib/ingest/arrivals/write-arrivals';
import type { Cursor, Page, Stream } from '@/lib/ingest/connectors/connector';
import { type Ending, endRun, LostRun } from '@/lib/ingest/connectors/end-run';
import { openConnector } from '@/lib/ingest/connectors/open-connector';
import { enqueue } from '@/lib/jobs/queue';
import { ApiError } from '@/lib/outbound/api-error';
import type { Send } from '@/lib/outbound/send-request';

/** How long one worker has a connector to itself after each page: longer than a page and all its requests may take. */
const CLAIM_MS = 10 * 60_000;
/** Pages and time of one run, so that others have their turn; the next run goes on at once. */
const MOST_PAGES = 200;
const MOST_RUN_MS = 5 * 60_000;
const MOST_FAILURE_CHARACTERS = 300;

/** By stream. */
const cursorsSchema = z.record(
  z.string(),
  z.object({
    cursor: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    reachedAt: z.string().nullable(),
  }),
);
type Cursors = z.output<typeof cursorsSchema>;

export interface Run {
  id: string;
  connectorId: string;
  intervalMinutes: number;
  failures: number;
}

/**
 * Asks a system for what is new, page by page; each page is written in one transaction with the place where to go on, so that
 * a worker that dies, a limit or a failure loses nothing and doubles nothing. Afterwards the next run is planned, whatever came.
 */
export async function runConnector(
  scope: Scope,
  connectorId: string,
  send: Send,
  signal: AbortSignal,
  now: () => Date = () => new Date(),
): Promise<void> {
  const claimed = await claim(scope, connectorId, now());
  if (!claimed) return;
  const { connector, run } = claimed;
  let ending: Ending;
  try {
    const { streams } = openConnector(scope, connector, send);
    ending = await readStreams(scope, run, { streams, connector, signal, now });
  } catch (error) {
    if (error instanceof LostRun) return;
    ending = toEnding(scope, run, error);
  }
  await endRun(scope, run, ending, now());
}

type Claimed = Prisma.ConnectorGetPayload<object>;

/** Takes a connector whose time has come; null where there is nothing to do. */
async function claim(
  scope: Scope,
  connectorId: string,
  now: Date,
): Promise<{ connector: Claimed; run: Run } | null> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const { count } = await db.connector.updateMany({
      where: {
        ...{ workspaceId, id: connectorId, isPaused: false, nextRunAt: { lte: now } },
        OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }],
      },
      data: { claimedUntil: new Date(now.getTime() + CLAIM_MS), isCancelled: false },
    });
    const connector = await db.connector.findUnique({
      where: { workspaceId_id: { workspaceId, id: connectorId } },
    });
    if (!connector) return null;
    if (count === 0) {
      // Another worker has it, or had it and died: looked at again when its time is up.
      const { claimedUntil } = connector;
      if (connector.isPaused || !claimedUntil) return null;
      const startAfterSeconds = Math.ceil((claimedUntil.getTime() - now.getTime()) / 1000) + 1;
      await enqueue(inner, 'ingest.pull', { connectorId }, { startAfterSeconds });
      return null;
    }
    // A run of a worker that died.
    await db.connectorRun.updateMany({
      where: { workspaceId, connectorId, state: 'running' },
      data: { state: 'interrupted', finishedAt: now, failure: 'The worker stopped.' },
    });
    const id = newId();
    await db.connectorRun.create({ data: { workspaceId, id, connectorId, startedAt: now } });
    const { intervalMinutes, failures } = connector;
    return { connector, run: { id, connectorId, intervalMinutes, failures } };
  });
}

async function readStreams(
  scope: Scope,
  run: Run,
  {
    streams,
    connector,
    signal,
    now,
  }: { streams: Stream[]; connector: Claimed; signal: AbortSignal; now: () => Date },
): Promise<Ending> {
  const cursors = cursorsSchema.parse(connector.cursors);
  const runBegan = now().getTime();
  let pages = 0;
  for (const stream of streams) {
    const begunAt = now();
    for (;;) {
      if (signal.aborted) return { state: 'interrupted', failure: 'The worker stopped.' };
      const isLong = pages > 0 && now().getTime() - runBegan >= MOST_RUN_MS;
      if (pages >= MOST_PAGES || isLong) return { state: 'interrupted', failure: null };
      const known = cursors[stream.key];
      const page = await stream.read(known?.cursor ?? null, { since: connector.since, now: begunAt });
      pages++;
      const reachedAt = page.isLast ? begunAt.toISOString() : (page.reachedAt?.toISOString() ?? null);
      cursors[stream.key] = { cursor: page.cursor, reachedAt: reachedAt ?? known?.reachedAt ?? null };
      const isCancelled = await keepPage(scope, run, { page, cursors, streams, connector, now: now() });
      if (isCancelled) return { state: 'cancelled', failure: null };
      if (page.isLast) break;
      if (isSame(page.cursor, known?.cursor)) {
        throw new ApiError('refused', `The list of ${stream.key} does not go on: the same page came twice.`);
      }
    }
  }
  return { state: 'succeeded', failure: null };
}

const isSame = (one: Cursor, other: Cursor | undefined) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Writes a page with the place behind it. @returns whether somebody wants the run to stop.
 * @throws LostRun where another worker has taken over, or the connector is gone.
 */
async function keepPage(
  scope: Scope,
  run: Run,
  {
    page,
    cursors,
    streams,
    connector,
    now,
  }: { page: Page; cursors: Cursors; streams: Stream[]; connector: Claimed; now: Date },
): Promise<boolean> {
  const { workspaceId } = scope;
  const key = { workspaceId_id: { workspaceId, id: run.connectorId } };
  return retryCollisions(() =>
    scope.run(async (db, inner) => {
      await db.$queryRaw`SELECT id FROM connectors
        WHERE workspace_id = ${workspaceId}::uuid AND id = ${run.connectorId}::uuid FOR UPDATE`;
      const state = await db.connectorRun.findUnique({
        where: { workspaceId_id: { workspaceId, id: run.id } },
        select: { state: true },
      });
      if (state?.state !== 'running') throw new LostRun();
      const outcomes = await writeArrivals(inner, page.arrivals, { sourceId: connector.sourceId, now });
      const countOf = (kind: string) => outcomes.filter((outcome) => outcome.kind === kind).length;
      const refused = [
        ...page.refused,
        ...outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? [outcome.reason] : [])),
      ];
      await db.connectorRun.update({
        where: { workspaceId_id: { workspaceId, id: run.id } },
        data: {
          pages: { increment: 1 },
          received: { increment: page.arrivals.length + page.refused.length },
          added: { increment: countOf('added') },
          changed: { increment: countOf('changed') },
          refused: { increment: refused.length },
          ...(refused[0] === undefined
            ? {}
            : { failure: `Not taken: ${refused[0]}`.slice(0, MOST_FAILURE_CHARACTERS) }),
        },
      });
      const reached = streams.map((stream) => cursors[stream.key]?.reachedAt ?? null);
      const { isCancelled } = await db.connector.update({
        where: key,
        data: {
          cursors,
          reachedAt: reached.includes(null) ? null : new Date(Math.min(...reached.map(timeOf))),
          claimedUntil: new Date(now.getTime() + CLAIM_MS),
        },
      });
      return isCancelled;
    }),
  );
}

const timeOf = (written: string | null) => new Date(written ?? 0).getTime();

function toEnding(scope: Scope, run: Run, error: unknown): Ending {
  if (error instanceof ApiError) {
    const { kind, message: failure, retryAfterSeconds } = error;
    return kind === 'busy' ? { state: 'waiting', failure, retryAfterSeconds } : { state: 'failed', failure };
  }
  if (error instanceof ExpectedError) return { state: 'failed', failure: error.message };
  const fault = error instanceof Error ? error.stack : String(error);
  log().error({ workspaceId: scope.workspaceId, connectorId: run.connectorId, error: fault }, 'pull failed');
  return {
    state: 'waiting',
    failure: 'Something went wrong on our side; the log has the details.',
    retryAfterSeconds: null,
  };
}

/** What a pull ends in whose worker died again and again: the next one is planned, for nobody else does. */
export async function giveUpPull(scope: Scope, connectorId: string, now: Date = new Date()): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const connector = await db.connector.findUnique({
      where: { workspaceId_id: { workspaceId, id: connectorId } },
    });
    const run = await db.connectorRun.findFirst({
      where: { workspaceId, connectorId, state: 'running' },
      select: { id: true },
    });
    if (!connector || connector.isPaused) return;
    const { intervalMinutes, failures } = connector;
    await endRun(
      inner,
      { id: run?.id ?? newId(), connectorId, intervalMinutes, failures },
      { state: 'waiting', failure: 'The worker stopped again and again.', retryAfterSeconds: null },
      now,
    );
  });
}
