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

/** What is known beside a message. */
export interface ReadingContext {
  mapping: FieldMapping | null;
  receivedAt: Date;
  /** Domains of the workspace's own people, who are no customers. */
  ownDomains: ReadonlySet<string>;
}

interface Signing {
  /** Where its signing secret comes from: made by us, entered from there, or none, as it does not sign. */
  secret: 'ours' | 'theirs' | 'none';
  /** Whether it may be set up without a secret, for its older versions do not sign. */
  isSecretOptional?: boolean;
  verify: (request: HookRequest, secret: string, now: Date) => Verdict;
}

/** A system that sends to us, declared by each in one module: JSON over HTTP, or letters by SMTP. */
export type HookKind = Signing &
  (
    | {
        by: 'http';
        /** @throws ZodError where a message does not look as it is documented. */
        read: (body: unknown, context: ReadingContext) => HookReading;
      }
    | {
        by: 'mail';
        /**
         * @param raw the letter, a character for each byte
         * @throws ExpectedError where it cannot be read.
         */
        read: (raw: string, context: ReadingContext) => Promise<HookReading>;
      }
  );
