import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How far the time of a message may be from ours: what is older may be a recording. */
export const REPLAY_SECONDS = 300;

const PREFIX = 'whsec_';
const SECRET_BYTES = 24;

/** A new signing secret in the form of Standard Webhooks. */
export function newWebhookSecret(): string {
  return `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/**
 * The value of the header webhook-signature: HMAC-SHA256 over id, time in seconds and body.
 * Source: standard-webhooks/spec, "Signature scheme", symmetric.
 */
export function signWebhook(
  secret: string,
  { id, timestamp, body }: { id: string; timestamp: number; body: string },
): string {
  const key = Buffer.from(secret.replace(PREFIX, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/** Whether one of the signatures in the header, with spaces between them, is ours. Takes the same time whatever it finds. */
export function isWebhookSignature(
  secret: string,
  message: { id: string; timestamp: number; body: string },
  header: string,
): boolean {
  const expected = signWebhook(secret, message);
  return header.split(' ').reduce((found, given) => isSameText(given, expected) || found, false);
}

/** Compares in constant time; texts of another length are other texts. */
export function isSameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
