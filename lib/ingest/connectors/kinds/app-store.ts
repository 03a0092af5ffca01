import { createPrivateKey, sign } from 'node:crypto';
import { z } from 'zod';
import type { Arrival } from '@/lib/ingest/arrivals/arrival';
import { makeAsk, query, readItems, serverAddress } from '@/lib/ingest/connectors/ask';
import { defineConnector } from '@/lib/ingest/connectors/connector';
import { newestFirst } from '@/lib/ingest/connectors/newest-first';
import { key, time, words } from '@/lib/ingest/vendors/fields';

const REVIEWS_A_PAGE = 200;
/** Apple takes tokens of at most 20 minutes. */
const TOKEN_SECONDS = 15 * 60;

const reviewSchema = z.object({
  id: key,
  attributes: z.object({
    rating: z.number().int(),
    title: words,
    body: words,
    reviewerNickname: words,
    createdDate: time,
    territory: words,
  }),
});

const reviewPage = z.object({
  data: z.array(z.unknown()),
  links: z.object({ next: z.string().nullish() }).nullish(),
});

function readReview({ id, attributes }: z.output<typeof reviewSchema>): Arrival[] {
  const { rating, title, body, createdDate, territory } = attributes;
  return [
    {
      kind: 'response',
      externalId: `review/${id}`,
      channel: 'review',
      submittedAt: createdDate,
      scores: [{ metric: 'rating', score: rating }],
      texts: body ? [{ text: body, title }] : title ? [{ text: title }] : [],
      custom: territory ? { territory } : {},
    },
  ];
}

const isPrivateKey = (text: string) => {
  try {
    return createPrivateKey(text).asymmetricKeyType === 'ec';
  } catch {
    return false;
  }
};

/** A token by RFC 7519 under ES256. Source: Apple, "Generating Tokens for API Requests". */
function makeToken({
  issuerId,
  keyId,
  privateKey,
}: {
  issuerId: string;
  keyId: string;
  privateKey: string;
}): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const seconds = Math.floor(Date.now() / 1000);
  const content = `${encode({ alg: 'ES256', kid: keyId, typ: 'JWT' })}.${encode({
    iss: issuerId,
    iat: seconds,
    exp: seconds + TOKEN_SECONDS,
    aud: 'appstoreconnect-v1',
  })}`;
  const signature = sign('sha256', Buffer.from(content), {
    key: createPrivateKey(privateKey),
    dsaEncoding: 'ieee-p1363',
  });
  return `${content}.${signature.toString('base64url')}`;
}

export const appStore = defineConnector({
  name: 'App Store',
  about: 'Customer reviews of one app. Needs a key of App Store Connect with the role Customer Support.',
  fields: [
    {
      name: 'baseUrl',
      label: 'Address of the API',
      type: 'url',
      value: 'https://api.appstoreconnect.apple.com',
    },
    { name: 'appId', label: 'App', hint: 'Its Apple ID, a number.', type: 'text' },
    { name: 'issuerId', label: 'Issuer ID', type: 'text' },
    { name: 'keyId', label: 'Key ID', type: 'text' },
    { name: 'privateKey', label: 'Private key', hint: 'The whole .p8 file.', type: 'secret_lines' },
  ],
  schema: z.object({
    baseUrl: serverAddress,
    appId: z
      .string()
      .trim()
      .regex(/^\d{1,20}$/, 'The Apple ID of an app is a number.'),
    issuerId: z.string().trim().min(1, 'Enter the issuer ID.').max(100),
    keyId: z.string().trim().min(1, 'Enter the key ID.').max(100),
    privateKey: z.string().max(5000).refine(isPrivateKey, 'This is no private key of App Store Connect.'),
  }),
  open({ baseUrl, appId, ...credentials }, send) {
    const ask = makeAsk(send, {
      system: 'App Store Connect',
      baseUrl,
      headers: async () => ({ authorization: `Bearer ${makeToken(credentials)}` }),
    });
    return {
      async test() {
        const app = z.object({ data: z.object({ attributes: z.object({ name: words }) }) });
        const { data } = await ask(`/v1/apps/${appId}`, app);
        return `reviews of ${data.attributes.name ?? appId}`;
      },
      streams: [
        newestFirst('reviews', async (next) => {
          const first = `/v1/apps/${appId}/customerReviews${query({ sort: '-createdDate', limit: REVIEWS_A_PAGE })}`;
          const page = await ask(next ?? first, reviewPage);
          const { read, ...items } = readItems(page.data, reviewSchema, readReview);
          const times = read.map(({ attributes }) => attributes.createdDate);
          return { ...items, times, next: page.links?.next ?? null };
        }),
      ],
    };
  },
});
