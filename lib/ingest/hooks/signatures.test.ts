import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  verifyChatwoot,
  verifyIntercom,
  verifyStandard,
  verifyTypeform,
  verifyZendesk,
} from '@/lib/ingest/hooks/signatures';
import { newWebhookSecret, signWebhook } from '@/lib/outbound/webhooks/standard-webhook';

// The published vector of Standard Webhooks, as its libraries test themselves by it.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const timestamp = 1_614_265_330;
const body = '{"test": 2432232314}';
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const sentAt = new Date(timestamp * 1000);

const standard = (more: Record<string, string> = {}) => ({
  headers: new Headers({
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signature,
    ...more,
  }),
  body,
});

describe('Standard Webhooks', () => {
  it('signs the published vector as published', () => {
    expect(signWebhook(secret, { id, timestamp, body })).toBe(signature);
    expect(Buffer.from(newWebhookSecret().replace('whsec_', ''), 'base64')).toHaveLength(24);
  });

  it('takes the vector, also beside signatures of other keys and versions', () => {
    expect(verifyStandard(standard(), secret, sentAt)).toEqual({ isGenuine: true, messageId: id });
    const several = standard({ 'webhook-signature': `v1a,abc v1,AAAA ${signature}` });
    expect(verifyStandard(several, secret, sentAt).isGenuine).toBe(true);
  });

  it.each([
    ['another body', { ...standard(), body: '{"test": 2432232315}' }],
    ['another id', standard({ 'webhook-id': 'msg_other' })],
    ['another time', standard({ 'webhook-timestamp': String(timestamp + 1) })],
    ['a signature without its version', standard({ 'webhook-signature': signature.slice(3) })],
    ['no signature', { headers: new Headers(), body }],
    ['a time that is no number', standard({ 'webhook-timestamp': 'now' })],
  ])('refuses %s', (_, request) => {
    expect(verifyStandard(request, secret, sentAt).isGenuine).toBe(false);
  });

  it('refuses a recording after five minutes, and a message of the future', () => {
    const after = (seconds: number) => new Date(sentAt.getTime() + seconds * 1000);
    expect(verifyStandard(standard(), secret, after(300)).isGenuine).toBe(true);
    expect(verifyStandard(standard(), secret, after(301))).toMatchObject({
      isGenuine: false,
      reason: expect.stringContaining('5 minutes'),
    });
    expect(verifyStandard(standard(), secret, after(-301)).isGenuine).toBe(false);
  });
});

const now = new Date('2026-01-02T03:04:05Z');
const hmac = (algorithm: string, text: string) => createHmac(algorithm, 's').update(text);
const time = '2026-01-02T03:04:00Z';
const seconds = String(Date.parse(time) / 1000);

describe.each([
  [
    'Zendesk',
    verifyZendesk,
    {
      'x-zendesk-webhook-signature-timestamp': time,
      'x-zendesk-webhook-signature': hmac('sha256', `${time}{}`).digest('base64'),
      'x-zendesk-webhook-invocation-id': 'i1',
    },
    'i1',
  ],
  ['Intercom', verifyIntercom, { 'x-hub-signature': `sha1=${hmac('sha1', '{}').digest('hex')}` }, null],
  [
    'Typeform',
    verifyTypeform,
    { 'typeform-signature': `sha256=${hmac('sha256', '{}').digest('base64')}` },
    null,
  ],
  [
    'Chatwoot',
    verifyChatwoot,
    {
      'x-chatwoot-timestamp': seconds,
      'x-chatwoot-signature': `sha256=${hmac('sha256', `${seconds}.{}`).digest('hex')}`,
      'x-chatwoot-delivery': 'd1',
    },
    'd1',
  ],
])('%s', (_, verify, headers, messageId) => {
  it('takes what is signed, and nothing that is altered, unsigned or under another secret', () => {
    expect(verify({ headers: new Headers(headers), body: '{}' }, 's', now)).toEqual({
      isGenuine: true,
      messageId,
    });
    expect(verify({ headers: new Headers(headers), body: '{ }' }, 's', now).isGenuine).toBe(false);
    expect(verify({ headers: new Headers(headers), body: '{}' }, 't', now).isGenuine).toBe(false);
    expect(verify({ headers: new Headers(), body: '{}' }, 's', now).isGenuine).toBe(false);
  });
});

it('a recording is refused where the time is signed', () => {
  const later = new Date(now.getTime() + 301_000);
  const zendesk = {
    'x-zendesk-webhook-signature-timestamp': time,
    'x-zendesk-webhook-signature': hmac('sha256', `${time}{}`).digest('base64'),
  };
  expect(verifyZendesk({ headers: new Headers(zendesk), body: '{}' }, 's', later)).toMatchObject({
    reason: expect.stringContaining('recording'),
  });
});
