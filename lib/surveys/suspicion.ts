import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/core/env';

/** Milliseconds from seeing a question to its answer that no person needs less than. */
export const FASTEST_ANSWER_MS = 700;

export const suspectReasons = ['trap', 'too_fast'] as const;
export type SuspectReason = (typeof suspectReasons)[number];

/**
 * Why an answer may not come from a person: a field that people do not see was filled, or it came faster than anybody reads.
 * @param elapsedMs from the question's showing to the answer; null where it is not known
 */
export function findSuspicion({
  trap,
  elapsedMs,
}: {
  trap: string;
  elapsedMs: number | null;
}): SuspectReason | null {
  if (trap !== '') return 'trap';
  return elapsedMs !== null && elapsedMs < FASTEST_ANSWER_MS ? 'too_fast' : null;
}

/** When a page was made, signed, so that a form cannot claim to be older than it is. */
export function makeShownMark(responseId: string, shownAt: Date): string {
  const time = shownAt.getTime().toString(36);
  return `${time}.${signatureOf(responseId, time)}`;
}

/** The time of a mark; null where it is not ours. */
export function readShownMark(responseId: string, mark: string): Date | null {
  const [time = '', signature = ''] = mark.split('.');
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(responseId, time))];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return new Date(Number.parseInt(time, 36));
}

function signatureOf(responseId: string, time: string): string {
  const key = Buffer.from(env().SETTINGS_KEY, 'base64');
  return createHmac('sha256', key)
    .update(`survey shown ${responseId} ${time}`)
    .digest('base64url')
    .slice(0, 22);
}
