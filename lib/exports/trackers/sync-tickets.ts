import { log } from '@/lib/core/log';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { findOpenTrackers, openTracker } from '@/lib/exports/trackers/open-tracker';
import { lastDoneOn, progressOfAll, type SeenTicket, statusAfter } from '@/lib/exports/trackers/status-after';
import type { TicketProgress, TicketState, Tracker } from '@/lib/exports/trackers/tracker';
import { changeIssue } from '@/lib/issues/change-issue';
import { enqueue } from '@/lib/jobs/queue';
import { ApiError } from '@/lib/outbound/api-error';
import type { Send } from '@/lib/outbound/send-request';
import { getSetting } from '@/lib/settings/queries';
import { type TrackerName, trackers } from '@/lib/settings/schema';

/** Between two looks at the tickets. */
export const SYNC_SECONDS = 15 * 60;
/** Tickets of a tracker looked at in one go, those not looked at the longest first. */
const MOST_AT_ONCE = 300;

/**
 * Looks at the tickets that were made, keeps how they stand, and moves issues on whose tickets moved, all of an issue's tickets
 * taken together. Asks for its next run first, so that one that fails does not end the series; without any ticket the series ends.
 */
export async function syncTickets(scope: Scope, send: Send): Promise<void> {
  const { workspaceId } = scope;
  const count = await scope.run((db) => db.ticket.count({ where: { workspaceId, state: 'created' } }));
  if (count === 0) return;
  await enqueue(scope, 'exports.sync-tickets', {}, { startAfterSeconds: SYNC_SECONDS });
  const moving = await findMovingTrackers(scope);
  for (const name of trackers) {
    try {
      const tracker = await openTracker(scope, name, send);
      if (tracker) await syncTracker(scope, name, { tracker, moving });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      log().warn({ workspaceId, tracker: name, problem: error.kind }, 'tickets not looked at');
      await scope.run((db) =>
        db.ticket.updateMany({
          where: { workspaceId, tracker: name, state: 'created' },
          data: { failure: error.message },
        }),
      );
    }
  }
}

/** The trackers whose tickets change the status of their issues: those of others neither move an issue nor hold it up. */
export async function findMovingTrackers(scope: Scope): Promise<TrackerName[]> {
  const moving: TrackerName[] = [];
  for (const name of await findOpenTrackers(scope)) {
    if ((await getSetting(scope, name)).syncsStatus) moving.push(name);
  }
  return moving;
}

async function syncTracker(
  scope: Scope,
  name: TrackerName,
  { tracker, moving }: { tracker: Tracker; moving: readonly TrackerName[] },
): Promise<void> {
  const { workspaceId } = scope;
  const tickets = await scope.run((db) =>
    db.ticket.findMany({
      where: { workspaceId, tracker: name, state: 'created', externalId: { not: null } },
      orderBy: [{ syncedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
      take: MOST_AT_ONCE,
    }),
  );
  for (let start = 0; start < tickets.length; start += tracker.mostStates) {
    const part = tickets.slice(start, start + tracker.mostStates);
    const states = await tracker.findStates(part.map(({ externalId }) => externalId ?? ''));
    const stateOf = new Map(states.map((state) => [state.externalId, state]));
    for (const ticket of part) {
      await keepState(scope, ticket, stateOf.get(ticket.externalId ?? '') ?? null, moving);
    }
  }
}

/** One that is not there any more keeps its last state: whether it was deleted or the token lost its reach, nobody can tell. */
async function keepState(
  scope: Scope,
  { id, issueId }: { id: string; issueId: string },
  state: TicketState | null,
  moving: readonly TrackerName[],
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const where = { workspaceId_id: { workspaceId, id: issueId } };
    const before = await findSeenTickets(db, workspaceId, issueId, moving);
    await db.ticket.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: {
        syncedAt: new Date(),
        failure: state ? null : 'It is not there any more, or the token does not reach it.',
        ...(state && {
          ...{ externalStatus: state.status, progress: state.progress },
          endedOn: state.endedOn === null ? null : new Date(state.endedOn),
        }),
      },
    });
    if (!state) return;
    const after = await findSeenTickets(db, workspaceId, issueId, moving);
    const issue = await db.issue.findUniqueOrThrow({ where });
    const status = statusAfter(issue.status, { from: progressOfAll(before), to: progressOfAll(after) });
    if (!status) return;
    const shippedOn = lastDoneOn(after) ?? new Date().toISOString().slice(0, 10);
    await changeIssue(inner, issue, { status, ...(status === 'shipped' ? { shippedOn } : {}) });
  });
}

/** The tickets of an issue that move it; one on its way, or not looked at yet, is open. One that was not made is none. */
async function findSeenTickets(
  db: Db,
  workspaceId: string,
  issueId: string,
  moving: readonly TrackerName[],
): Promise<SeenTicket[]> {
  const tickets = await db.ticket.findMany({
    where: { workspaceId, issueId, tracker: { in: [...moving] }, state: { not: 'failed' } },
    select: { progress: true, endedOn: true },
  });
  return tickets.map(({ progress, endedOn }) => ({
    progress: (progress as TicketProgress | null) ?? 'open',
    endedOn: endedOn?.toISOString().slice(0, 10) ?? null,
  }));
}
