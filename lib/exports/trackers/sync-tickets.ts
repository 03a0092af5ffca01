import { log } from '@/lib/core/log';
import type { Scope } from '@/lib/db/scope';
import { openTracker } from '@/lib/exports/trackers/open-tracker';
import { statusAfter } from '@/lib/exports/trackers/status-after';
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
 * Looks at the tickets that were made, keeps how they stand, and moves issues on whose tickets moved. Asks for its next run first,
 * so that one that fails does not end the series; without any ticket the series ends.
 */
export async function syncTickets(scope: Scope, send: Send): Promise<void> {
  const { workspaceId } = scope;
  const count = await scope.run((db) => db.ticket.count({ where: { workspaceId, state: 'created' } }));
  if (count === 0) return;
  await enqueue(scope, 'exports.sync-tickets', {}, { startAfterSeconds: SYNC_SECONDS });
  for (const name of trackers) {
    try {
      const tracker = await openTracker(scope, name, send);
      if (tracker) await syncTracker(scope, name, tracker);
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

async function syncTracker(scope: Scope, name: TrackerName, tracker: Tracker): Promise<void> {
  const { workspaceId } = scope;
  const { syncsStatus } = await getSetting(scope, name);
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
      await keepState(scope, ticket, stateOf.get(ticket.externalId ?? '') ?? null, syncsStatus);
    }
  }
}

async function keepState(
  scope: Scope,
  ticket: { id: string; issueId: string; progress: string | null },
  state: TicketState | null,
  syncsStatus: boolean,
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    await db.ticket.update({
      where: { workspaceId_id: { workspaceId, id: ticket.id } },
      data: {
        syncedAt: new Date(),
        failure: state ? null : 'It is not there any more, or the token does not reach it.',
        ...(state ? { externalStatus: state.status, progress: state.progress } : {}),
      },
    });
    if (!state || !syncsStatus) return;
    const issue = await db.issue.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id: ticket.issueId } },
    });
    const from = ticket.progress as TicketProgress | null;
    const status = statusAfter(issue.status, { from, to: state.progress });
    if (!status) return;
    const shippedOn = state.endedOn ?? new Date().toISOString().slice(0, 10);
    await changeIssue(inner, issue, { status, ...(status === 'shipped' ? { shippedOn } : {}) });
  });
}
