import type { TicketProgress } from '@/lib/exports/trackers/tracker';
import type { IssueStatus } from '@/lib/issues/schema';

/** A ticket of an issue as it was last seen. */
export interface SeenTicket {
  progress: TicketProgress;
  /** ISO day on which it was done or cancelled; null where it is not, or its system does not say. */
  endedOn: string | null;
}

/**
 * How far an issue is whose tickets are spread over several systems: done once every ticket that was not cancelled is done,
 * cancelled once all are, and started as soon as one is begun or done. Null without a ticket.
 */
export function progressOfAll(tickets: readonly Pick<SeenTicket, 'progress'>[]): TicketProgress | null {
  const has = (progress: TicketProgress) => tickets.some((ticket) => ticket.progress === progress);
  if (tickets.length === 0) return null;
  if (has('open') || has('started')) return has('started') || has('done') ? 'started' : 'open';
  return has('done') ? 'done' : 'cancelled';
}

/** The day on which the last of the tickets was done; null where none is, or no system says when. */
export function lastDoneOn(tickets: readonly SeenTicket[]): string | null {
  const days = tickets.flatMap(({ progress, endedOn }) => (progress === 'done' && endedOn ? [endedOn] : []));
  return days.sort().at(-1) ?? null;
}

/**
 * What an issue's status becomes when its tickets, taken together, move on; null where it stays. Only a move counts: what a person
 * set here afterwards is not set back at the next look.
 */
export function statusAfter(
  status: IssueStatus,
  { from, to }: { from: TicketProgress | null; to: TicketProgress | null },
): IssueStatus | null {
  if (from === to || to === null) return null;
  const becomes: Record<TicketProgress, IssueStatus | null> = {
    open: from === 'done' || from === 'cancelled' ? 'planned' : null,
    started: status === 'shipped' && from !== 'done' ? null : 'planned',
    done: 'shipped',
    cancelled: 'wont_do',
  };
  return becomes[to] === status ? null : becomes[to];
}
