/** How far a ticket is, whatever its system calls it. */
export type TicketProgress = 'open' | 'started' | 'done' | 'cancelled';

/** What a ticket is made from: our words and numbers, and redacted quotes. */
export interface TicketContent {
  /** Unique to the issue; stands in the ticket, so that it is found again when the answer to its making was lost. */
  marker: string;
  /** A UUID of version 4 that belongs to this ticket alone. */
  clientId: string;
  /** Before this moment the ticket was not asked for, and cannot have been made. */
  requestedAt: Date;
  title: string;
  /** Sentences that say what the issue rests on. */
  facts: string[];
  quotes: string[];
  /** The page here. */
  link: string;
  /** 0..100; null where the issue has no rank. */
  priorityScore: number | null;
  /** ARR at risk in 12 months in major units of the workspace's currency; null where unknown. */
  arrAtRisk: number | null;
  /** Working days of one person; null where nobody said. */
  effortDays: number | null;
}

/** A ticket as its system knows it. */
export interface MadeTicket {
  externalId: string;
  /** What people call it: ED-24, #7. */
  key: string;
  url: string;
}

export interface TicketState {
  externalId: string;
  /** In the words of its system. */
  status: string;
  progress: TicketProgress;
  /** ISO day on which it was done or cancelled; null where it is not, or its system does not say. */
  endedOn: string | null;
}

/** A system in which tickets are made: declared by each in one module. All throw ApiError. */
export interface Tracker {
  /** The ticket that was made for this issue before, or null. */
  find: (content: TicketContent) => Promise<MadeTicket | null>;
  create: (content: TicketContent) => Promise<MadeTicket>;
  /** States by id, at most `mostStates` at once; one that is gone is left out. */
  findStates: (externalIds: readonly string[]) => Promise<TicketState[]>;
  mostStates: number;
  /** Asks whether address, token and target are right. @returns where tickets would be made, in words. */
  test: () => Promise<string>;
}

/** Three steps of a priority score 0..100: from 67 on high, from 34 on medium. */
export function priorityStep(score: number): 'high' | 'medium' | 'low' {
  if (score >= 67) return 'high';
  return score >= 34 ? 'medium' : 'low';
}
