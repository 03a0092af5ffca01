import type { Arrival } from '@/lib/ingest/arrivals/arrival';
import type { FieldMapping } from '@/lib/ingest/hooks/field-mapping';

/** A request as it came. */
export interface HookRequest {
  headers: Headers;
  /** The very bytes that were signed, as text. */
  body: string;
}

/** Whether a request is from whom it says, and how its sender names the message; null where it does not. */
export type Verdict = { isGenuine: true; messageId: string | null } | { isGenuine: false; reason: string };

/** What a message says; or why there is nothing in it for us, which is no fault. */
export type HookReading = { arrivals: Arrival[] } | { ignored: string };

/** A system that sends to us, declared by each in one module. */
export interface HookKind {
  /** Where its signing secret comes from: made by us, entered from there, or none, as it does not sign. */
  secret: 'ours' | 'theirs' | 'none';
  /** Whether it may be set up without a secret, for its older versions do not sign. */
  isSecretOptional?: boolean;
  verify: (request: HookRequest, secret: string, now: Date) => Verdict;
  /** @throws ZodError where a message does not look as it is documented. */
  read: (body: unknown, context: { mapping: FieldMapping | null; receivedAt: Date }) => HookReading;
}
