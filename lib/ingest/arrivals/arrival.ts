import type { AccountInput } from '@/lib/accounts/schema';
import type { WithdrawnAccount } from '@/lib/accounts/withdraw-accounts';
import type { Channel } from '@/lib/feedback/schema';
import type { Metric } from '@/lib/responses/schema';

/** Whom something is from, as its system names them. */
export interface Who {
  account?: { externalId: string; name?: string | undefined } | undefined;
  contact?:
    | { externalId?: string | undefined; email?: string | undefined; name?: string | undefined }
    | undefined;
}

interface Common extends Who {
  /** The system's own key; the same key of the same source again is the same thing. */
  externalId: string;
  url?: string | undefined;
  custom?: Record<string, string> | undefined;
}

/** One thing that another system told us, in our words: what webhooks and connectors read and hand to be written. */
export type Arrival =
  | (Common & {
      kind: 'statement';
      channel: Channel;
      text: string;
      title?: string | undefined;
      occurredAt: Date;
    })
  | (Common & {
      kind: 'conversation';
      channel: Channel;
      subject?: string | undefined;
      startedAt: Date;
      /** What the customer said in it; what staff said is left out. */
      turns: { externalId: string; text: string; at: Date; who?: Who | undefined }[];
    })
  | (Common & {
      kind: 'response';
      channel: Channel;
      submittedAt: Date;
      scores: { metric: Metric; score: number }[];
      texts: { key?: string | undefined; text: string; title?: string | undefined }[];
      /** The conversation that it judges, by its external id. */
      conversation?: string | undefined;
    })
  | {
      /** What its own system does not hold any more: a conversation with all that was said in it, or one thing said. */
      kind: 'removal';
      of: 'conversation' | 'statement';
      externalId: string;
    }
  | (WithdrawnAccount & {
      /** An account that its CRM has deleted. */
      kind: 'removal';
      of: 'account';
    })
  | { kind: 'account'; account: AccountInput };

/** What became of an arrival. */
export type ArrivalOutcome =
  | { kind: 'added' | 'changed' | 'unchanged' }
  | { kind: 'refused'; reason: string };
