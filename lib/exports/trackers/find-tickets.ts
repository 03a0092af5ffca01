import type { Scope } from '@/lib/db/scope';
import type { TicketProgress } from '@/lib/exports/trackers/tracker';
import type { TrackerName } from '@/lib/settings/schema';

export interface TicketRow {
  issueId: string;
  tracker: TrackerName;
  state: 'requested' | 'created' | 'failed';
  key: string | null;
  url: string | null;
  externalStatus: string | null;
  /** What its status comes to; null before it was looked at. */
  progress: TicketProgress | null;
  failure: string | null;
  syncedAt: Date | null;
}

/** The tickets of issues, by issue. */
export async function findTickets(scope: Scope, issueIds: readonly string[]): Promise<TicketRow[]> {
  const tickets = await scope.run((db) =>
    db.ticket.findMany({
      where: { workspaceId: scope.workspaceId, issueId: { in: [...issueIds] } },
      select: {
        issueId: true,
        tracker: true,
        state: true,
        key: true,
        url: true,
        externalStatus: true,
        progress: true,
        failure: true,
        syncedAt: true,
      },
      orderBy: [{ issueId: 'asc' }, { tracker: 'asc' }],
    }),
  );
  return tickets.map((ticket) => ({ ...ticket, progress: ticket.progress as TicketProgress | null }));
}
