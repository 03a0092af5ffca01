import { createPrivateKey, sign } from 'node:crypto';
import { z } from 'zod';
import type { Arrival } from '@/lib/ingest/arrivals/arrival';
import { makeAsk, query, readItems, serverAddress } from '@/lib/ingest/connectors/ask';
import { defineConnector } from '@/lib/ingest/connectors/connector';
import { key, words } from '@/lib/ingest/vendors/fields';

const REVIEWS_A_PAGE = 100;
const TOKEN_SECONDS = 3600;
const SCOPE = 'https://www.googleapis.com/auth/androidpublisher';

const seconds = z
  .object({ seconds: z.union([z.string(), z.number()]).transform(Number) })
  .transform(({ seconds: since }) => new Date(since * 1000));

const reviewSchema = z.object({
  reviewId: key,
  authorName: words,
  comments: z.array(
    z.object({
      userComment: z
        .object({
          text: words,
          originalText: words,
          lastModified: seconds,
          starRating: z.number().int(),
          reviewerLanguage: words,
          device: words,
          androidOsVersion: z.number().nullish(),
          appVersionName: words,
        })
        .optional(),
    }),
  ),
});

const reviewPage = z.object({
  reviews: z.array(z.unknown()).default([]),
  tokenPagination: z.object({ nextPageToken: z.string().nullish() }).nullish(),
});

function readReview({ reviewId, comments }: z.output<typeof reviewSchema>): Arrival[] {
  // The newest one of the user; answers of the developer are ours.
  const comment = comments.flatMap(({ userComment }) => userComment ?? []).at(-1);
  if (!comment) return [];
  const written = comment.originalText ?? comment.text ?? '';
  // Google joins title and body with a tab.
  const tab = written.indexOf('\t');
  const [title, text] = tab < 0 ? ['', written] : [written.slice(0, tab), written.slice(tab + 1)];
  const custom: Record<string, string> = {};
  if (comment.device) custom.device = comment.device;
  if (comment.reviewerLanguage) custom.language = comment.reviewerLanguage;
  if (comment.appVersionName) custom.appVersion = comment.appVersionName;
  if (comment.androidOsVersion) custom.androidVersion = String(comment.androidOsVersion);
  return [
    {
      kind: 'response',
      externalId: `review/${reviewId}`,
      channel: 'review',
      submittedAt: comment.lastModified,
      scores: [{ metric: 'rating', score: comment.starRating }],
      texts:
        text.trim() || title ? [{ text: text.trim() || title, title: text.trim() ? title : undefined }] : [],
      custom,
    },
  ];
}

/** What a service account's key file holds. */
const serviceAccount = z.object({
  client_email: z.string().min(1),
  private_key: z.string().min(1),
  token_uri: z.url({ protocol: /^https?$/ }).default('https://oauth2.googleapis.com/token'),
});
type ServiceAccount = z.output<typeof serviceAccount>;

const keyFile = z
  .string()
  .max(10_000)
  .transform((text, context): ServiceAccount => {
    try {
      const account = serviceAccount.parse(JSON.parse(text));
      createPrivateKey(account.private_key);
      return account;
    } catch {
      context.addIssue({ code: 'custom', message: 'This is no key file of a service account (JSON).' });
      return z.NEVER;
    }
  });

/** A statement of who we are by RFC 7523, signed with RS256, to be changed for a token. */
function makeAssertion({ client_email, private_key, token_uri }: ServiceAccount): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const content = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({
    iss: client_email,
    scope: SCOPE,
    aud: token_uri,
    iat: now,
    exp: now + TOKEN_SECONDS,
  })}`;
  return `${content}.${sign('sha256', Buffer.from(content), createPrivateKey(private_key)).toString('base64url')}`;
}

export const googlePlay = defineConnector({
  name: 'Google Play',
  about:
    'Reviews with a comment of one app. Google shows those of the last week only, so older ones come by file. Needs a service account that may reply to reviews.',
  fields: [
    {
      name: 'baseUrl',
      label: 'Address of the API',
      type: 'url',
      value: 'https://androidpublisher.googleapis.com',
    },
    { name: 'packageName', label: 'App', hint: 'Its package name, such as com.acme.app.', type: 'text' },
    {
      name: 'serviceAccount',
      label: 'Key file of the service account',
      hint: 'The whole JSON file.',
      type: 'secret_lines',
    },
  ],
  schema: z.object({
    baseUrl: serverAddress,
    packageName: z
      .string()
      .trim()
      .regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/, 'A package name looks like com.acme.app.'),
    serviceAccount: z.string().refine((text) => keyFile.safeParse(text).success, {
      error: 'This is no key file of a service account (JSON).',
    }),
  }),
  open({ baseUrl, packageName, serviceAccount: file }, send) {
    const account = keyFile.parse(file);
    const askToken = makeAsk(send, {
      system: 'Google',
      baseUrl: new URL(account.token_uri).origin,
      headers: async () => ({}),
    });
    let token: Promise<string> | undefined;
    const fetchToken = async () => {
      const { access_token } = await askToken(account.token_uri, z.object({ access_token: z.string() }), {
        form: {
          grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
          assertion: makeAssertion(account),
        },
      });
      return access_token;
    };
    const ask = makeAsk(send, {
      system: 'Google Play',
      baseUrl,
      headers: async () => {
        token ??= fetchToken();
        return { authorization: `Bearer ${await token}` };
      },
    });
    const readPage = (next: string | null) =>
      ask(
        `/androidpublisher/v3/applications/${packageName}/reviews${query({
          maxResults: REVIEWS_A_PAGE,
          token: next ?? undefined,
        })}`,
        reviewPage,
      );
    return {
      async test() {
        const { reviews } = await readPage(null);
        return `${reviews.length === 0 ? 'no' : reviews.length} reviews of ${packageName} in the last week, on the first page`;
      },
      streams: [
        {
          // The whole week each time: it is short, and what was edited comes again.
          key: 'reviews',
          async read(cursor) {
            const page = await readPage(typeof cursor?.next === 'string' ? cursor.next : null);
            const { arrivals, refused } = readItems(page.reviews, reviewSchema, readReview);
            const next = page.tokenPagination?.nextPageToken || null;
            return { arrivals, refused, cursor: { next }, isLast: next === null, reachedAt: null };
          },
        },
      ],
    };
  },
});
