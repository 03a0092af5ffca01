import { recordAudit } from '@/lib/audit/record';
import { conflict, notFound } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { actorId, type Scope } from '@/lib/db/scope';
import { findOpenTrackers } from '@/lib/exports/trackers/open-tracker';
import { enqueue } from '@/lib/jobs/queue';
import { type TrackerName, trackerNames } from '@/lib/settings/schema';

/**
 * Asks for a ticket of each issue. One that is there, or on its way, stays as it is; one that failed is tried again.
 * @returns how many are asked for now.
 * @throws ExpectedError 'conflict' where the tracker is not set up, 'not_found' for an unknown issue.
 */
export async function requestTickets(
  scope: Scope,
  { issueIds, tracker }: { issueIds: readonly string[]; tracker: TrackerName },
): Promise<number> {
  const { workspaceId } = scope;
  const ids = [...new Set(issueIds)];
  return scope.run(async (db, inner) => {
    if (!(await findOpenTrackers(inner)).includes(tracker)) {
      throw conflict(
        `${trackerNames[tracker]} is not set up. An administrator can do it under Settings, Trackers.`,
      );
    }
    const known = await db.issue.count({ where: { workspaceId, id: { in: ids } } });
    if (known < ids.length) throw notFound('issue');
    let requested = 0;
    for (const issueId of ids) {
      const { count: made } = await db.ticket.createMany({
        data: [{ workspaceId, id: newId(), issueId, tracker, requestedById: actorId(scope) }],
        skipDuplicates: true,
      });
      const { count: again } = await db.ticket.updateMany({
        where: { workspaceId, issueId, tracker, state: 'failed' },
        data: { state: 'requested', failure: null, attempts: 0, claimedUntil: null },
      });
      if (made + again === 0) continue;
      requested++;
      const { id } = await db.ticket.findUniqueOrThrow({
        where: { workspaceId_issueId_tracker: { workspaceId, issueId, tracker } },
      });
      await recordAudit(inner, {
        action: 'issue.ticket_requested',
        subjectKind: 'issue',
        subjectId: issueId,
        details: { tracker },
      });
      await enqueue(inner, 'exports.create-ticket', { ticketId: id });
    }
    return requested;
  });
}
