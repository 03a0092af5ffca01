import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/core/env';
import { FINISH_WITHIN_MS } from '@/lib/surveys/response-times';
import { isProof } from '@/lib/widget/proof';

/** Milliseconds from seeing a question to its answer that no person needs less than. */
export const FASTEST_ANSWER_MS = 700;

export const suspectReasons = ['trap', 'too_fast', 'no_proof'] as const;
export type SuspectReason = (typeof suspectReasons)[number];

/**
 * Why an answer may not come from a person: a field that people do not see was filled, or it came faster than anybody reads.
 * @param isProven whether the browser did the work that was asked, or none was
 * @param elapsedMs from the question's showing to the answer; null where it is not known
 */
export function findSuspicion({
  trap,
  elapsedMs,
  isProven,
}: {
  trap: string;
  elapsedMs: number | null;
  isProven: boolean;
}): SuspectReason | null {
  if (trap !== '') return 'trap';
  if (elapsedMs !== null && elapsedMs < FASTEST_ANSWER_MS) return 'too_fast';
  return isProven ? null : 'no_proof';
}

/** When a page was made, signed, so that a form cannot claim to be older than it is. */
export function makeShownMark(responseId: string, shownAt: Date): string {
  const time = shownAt.getTime().toString(36);
  return `${time}.${signatureOf('shown', responseId, time)}`;
}

/** The time of a mark; null where it is not ours. */
export function readShownMark(responseId: string, mark: string): Date | null {
  return readSigned('shown', responseId, mark);
}

/** Work for the browser that answers: a text that another must be found to, see `solve`. It is good for one response. */
export function makeChallenge(responseId: string, now: Date): string {
  const time = now.getTime().toString(36);
  return `${time}.${signatureOf('challenge', responseId, time)}`;
}

/** Whether the work of a challenge of ours was done, as long as a response may be finished: "CHALLENGE:NUMBER" whose SHA-256 begins with enough bits of nought. */
export function checkProof(responseId: string, proof: string, now: Date): boolean {
  const madeAt = readSigned('challenge', responseId, proof.split(':')[0] ?? '');
  if (!madeAt || now.getTime() - madeAt.getTime() > FINISH_WITHIN_MS) return false;
  return isProof(createHash('sha256').update(proof).digest());
}

function readSigned(purpose: Purpose, responseId: string, signed: string): Date | null {
  const [time = '', signature = ''] = signed.split('.');
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(purpose, responseId, time))];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return new Date(Number.parseInt(time, 36));
}

type Purpose = 'shown' | 'challenge';

function signatureOf(purpose: Purpose, responseId: string, time: string): string {
  const key = Buffer.from(env().SETTINGS_KEY, 'base64');
  return createHmac('sha256', key)
    .update(`survey ${purpose} ${responseId} ${time}`)
    .digest('base64url')
    .slice(0, 22);
}
