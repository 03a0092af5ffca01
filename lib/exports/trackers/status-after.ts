import type { TicketProgress } from '@/lib/exports/trackers/tracker';
import type { IssueStatus } from '@/lib/issues/schema';

/**
 * What an issue's status becomes when its ticket moves on; null where it stays. Only a move counts: what a person set here
 * afterwards is not set back at the next look.
 */
export function statusAfter(
  status: IssueStatus,
  { from, to }: { from: TicketProgress | null; to: TicketProgress },
): IssueStatus | null {
  if (from === to) return null;
  const becomes: Record<TicketProgress, IssueStatus | null> = {
    open: from === 'done' || from === 'cancelled' ? 'planned' : null,
    started: status === 'shipped' ? null : 'planned',
    done: 'shipped',
    cancelled: 'wont_do',
  };
  return becomes[to] === status ? null : becomes[to];
}
