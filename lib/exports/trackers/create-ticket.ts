import { recordAudit } from '@/lib/audit/record';
import { ExpectedError } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import type { Scope } from '@/lib/db/scope';
import { openTracker } from '@/lib/exports/trackers/open-tracker';
import { SYNC_SECONDS } from '@/lib/exports/trackers/sync-tickets';
import { loadTicketContent } from '@/lib/exports/trackers/ticket-content';
import type { MadeTicket } from '@/lib/exports/trackers/tracker';
import { enqueue } from '@/lib/jobs/queue';
import { ApiError } from '@/lib/outbound/api-error';
import type { Send } from '@/lib/outbound/send-request';
import { trackerNames } from '@/lib/settings/schema';

/** How long one worker has a ticket to itself: longer than all its requests may take. */
const CLAIM_MS = 180_000;
/** Tries while the other system is busy; then a person has to ask again. */
const MOST_ATTEMPTS = 8;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 1800;

/**
 * Makes a ticket that was asked for, once: it is looked for first, so that one whose making we did not hear the end of is found
 * and not made again. While the other system is busy it is tried again later, when that system says or ever more seldom.
 */
export async function createTicket(scope: Scope, ticketId: string, send: Send): Promise<void> {
  const ticket = await claim(scope, ticketId);
  if (!ticket) return;
  try {
    const tracker = await openTracker(scope, ticket.tracker, send);
    if (!tracker) {
      throw new ApiError('refused', `${trackerNames[ticket.tracker]} is not set up any more.`);
    }
    const content = await loadTicketContent(scope, { ...ticket, ticketId });
    await keep(scope, ticket, (await tracker.find(content)) ?? (await tracker.create(content)));
  } catch (error) {
    await postpone(scope, ticket, error);
  }
}

type Claimed = NonNullable<Awaited<ReturnType<typeof claim>>>;

async function claim(scope: Scope, ticketId: string) {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const now = new Date();
    const { count } = await db.ticket.updateMany({
      where: {
        workspaceId,
        id: ticketId,
        state: 'requested',
        OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }],
      },
      data: { claimedUntil: new Date(now.getTime() + CLAIM_MS), attempts: { increment: 1 } },
    });
    const ticket = await db.ticket.findUnique({ where: { workspaceId_id: { workspaceId, id: ticketId } } });
    if (count === 1) return ticket;
    if (ticket?.state === 'requested' && ticket.claimedUntil) {
      // Another worker has it, or had it and died: looked at again when its time is up.
      const startAfterSeconds = Math.ceil((ticket.claimedUntil.getTime() - now.getTime()) / 1000) + 1;
      await enqueue(inner, 'exports.create-ticket', { ticketId }, { startAfterSeconds });
    }
    return null;
  });
}

async function keep(scope: Scope, { id, issueId, tracker }: Claimed, made: MadeTicket): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    await db.ticket.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { ...made, state: 'created', failure: null, claimedUntil: null },
    });
    await recordAudit(inner, {
      action: 'issue.ticket_created',
      subjectKind: 'issue',
      subjectId: issueId,
      details: { tracker, key: made.key },
    });
    await enqueue(inner, 'exports.sync-tickets', {}, { startAfterSeconds: SYNC_SECONDS });
  });
}

async function postpone(scope: Scope, ticket: Claimed, error: unknown): Promise<void> {
  const { workspaceId } = scope;
  const { id, issueId, tracker, attempts } = ticket;
  const known = error instanceof ApiError || error instanceof ExpectedError ? error : null;
  const isBusy = known === null || (known instanceof ApiError && known.kind === 'busy');
  const willRetry = isBusy && attempts < MOST_ATTEMPTS;
  if (!known) {
    const fault = error instanceof Error ? error.stack : String(error);
    log().error({ workspaceId, ticketId: id, error: fault }, 'ticket not made');
  }
  const failure = known?.message ?? 'Something went wrong on our side; the log has the details.';
  await scope.run(async (db, inner) => {
    await db.ticket.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { state: willRetry ? 'requested' : 'failed', failure, claimedUntil: null },
    });
    if (!willRetry) {
      await recordAudit(inner, {
        action: 'issue.ticket_failed',
        subjectKind: 'issue',
        subjectId: issueId,
        details: { tracker },
      });
      return;
    }
    const asked = known instanceof ApiError ? known.retryAfterSeconds : null;
    const startAfterSeconds =
      asked ?? Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (attempts - 1));
    await enqueue(inner, 'exports.create-ticket', { ticketId: id }, { startAfterSeconds });
  });
}
