import { createHmac } from 'node:crypto';
import type { HookRequest, Verdict } from '@/lib/ingest/hooks/hook-kind';
import { isSameText, isWebhookSignature, REPLAY_SECONDS } from '@/lib/outbound/webhooks/standard-webhook';

const genuine = (messageId: string | null): Verdict => ({ isGenuine: true, messageId });
const refused = (reason: string): Verdict => ({ isGenuine: false, reason });
const wrong = (header: string) =>
  refused(`The signature in ${header} is not by the secret that is stored here.`);
const missing = (header: string) => refused(`The header ${header} is missing: the message is not signed.`);

/** Standard Webhooks: webhook-id, webhook-timestamp in seconds, webhook-signature. */
export function verifyStandard({ headers, body }: HookRequest, secret: string, now: Date): Verdict {
  const [id, time, signature] = [
    headers.get('webhook-id'),
    headers.get('webhook-timestamp'),
    headers.get('webhook-signature'),
  ];
  if (!id || !time || !signature) return missing('webhook-signature');
  const timestamp = /^\d+$/.test(time) ? Number(time) : Number.NaN;
  const late = findLateness(timestamp * 1000, now);
  if (late) return refused(late);
  return isWebhookSignature(secret, { id, timestamp, body }, signature)
    ? genuine(id)
    : wrong('webhook-signature');
}

/** Zendesk: base64 of HMAC-SHA256 over its time, an ISO text, and the body. */
export function verifyZendesk({ headers, body }: HookRequest, secret: string, now: Date): Verdict {
  const time = headers.get('x-zendesk-webhook-signature-timestamp') ?? '';
  const signature = headers.get('x-zendesk-webhook-signature');
  if (!signature) return missing('X-Zendesk-Webhook-Signature');
  const late = findLateness(Date.parse(time), now);
  if (late) return refused(late);
  const expected = createHmac('sha256', secret).update(`${time}${body}`).digest('base64');
  return isSameText(signature, expected)
    ? genuine(headers.get('x-zendesk-webhook-invocation-id'))
    : wrong('X-Zendesk-Webhook-Signature');
}

/** Intercom: SHA-1 over the body, without a time; a recording is known by the id within the body. */
export function verifyIntercom({ headers, body }: HookRequest, secret: string): Verdict {
  return verifyBody(headers, 'X-Hub-Signature', `sha1=${hmacOf('sha1', secret, body).digest('hex')}`);
}

/** Typeform: SHA-256 in base64 over the body, without a time. */
export function verifyTypeform({ headers, body }: HookRequest, secret: string): Verdict {
  return verifyBody(
    headers,
    'Typeform-Signature',
    `sha256=${hmacOf('sha256', secret, body).digest('base64')}`,
  );
}

/** Chatwoot: SHA-256 over time in seconds, a dot and the body. */
export function verifyChatwoot({ headers, body }: HookRequest, secret: string, now: Date): Verdict {
  const signature = headers.get('x-chatwoot-signature');
  const time = headers.get('x-chatwoot-timestamp') ?? '';
  if (!signature) return missing('X-Chatwoot-Signature');
  const late = findLateness(/^\d+$/.test(time) ? Number(time) * 1000 : Number.NaN, now);
  if (late) return refused(late);
  const expected = `sha256=${hmacOf('sha256', secret, `${time}.${body}`).digest('hex')}`;
  return isSameText(signature, expected)
    ? genuine(headers.get('x-chatwoot-delivery'))
    : wrong('X-Chatwoot-Signature');
}

/** Who does not sign shows that it knows the address. */
export const takeUnsigned = (): Verdict => genuine(null);

function verifyBody(headers: Headers, header: string, expected: string): Verdict {
  const given = headers.get(header);
  if (!given) return missing(header);
  return isSameText(given, expected) ? genuine(null) : wrong(header);
}

const hmacOf = (algorithm: 'sha1' | 'sha256', secret: string, text: string) =>
  createHmac(algorithm, secret).update(text);

/** Why the time of a message is none to be believed; null where it is now, or nearly. */
function findLateness(timeMs: number, now: Date): string | null {
  if (Number.isNaN(timeMs)) return 'The time of the message is missing or cannot be read.';
  return Math.abs(now.getTime() - timeMs) > REPLAY_SECONDS * 1000
    ? `The message says that it was sent more than ${REPLAY_SECONDS / 60} minutes from now: it may be a recording, or a clock is wrong.`
    : null;
}
