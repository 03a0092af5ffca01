import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import {
  type FakeVendor,
  Holdings,
  ok,
  PAGE,
  startFakeVendor,
} from '@/lib/ingest/connectors/testing/fake-vendor';

const pem = { type: 'pkcs8', format: 'pem' } as const;
const newestFirst = (holdings: Holdings) => holdings.oldestFirst().reverse();

/** Whether a token was signed by the key and has not run out. */
function isToken(token: string, key: ReturnType<typeof createPublicKey>, isEc: boolean): boolean {
  const [head = '', content = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(content, 'base64url').toString()) as { exp: number; iat: number };
  const seconds = Date.now() / 1000;
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${content}`),
    isEc ? { key, dsaEncoding: 'ieee-p1363' } : key,
    Buffer.from(signature, 'base64url'),
  );
  return isSigned && claims.exp > seconds && claims.exp - claims.iat <= (isEc ? 1200 : 3600);
}

/** App Store Connect: reviews, the newest first, with a link to the next page; tokens under ES256. */
export function startFakeAppStore(): Promise<FakeVendor> {
  const holdings = new Holdings();
  const right = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const wrong = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return startFakeVendor(
    holdings,
    {
      isList: (_, url) => url.pathname === '/v1/apps/42/customerReviews',
      isAllowed: ({ headers }) =>
        isToken(headers.authorization?.replace('Bearer ', '') ?? '', right.publicKey, true),
      answer(_, url, baseUrl) {
        if (url.pathname === '/v1/apps/42') return ok({ data: { attributes: { name: 'Acme' } } });
        const start = Number(url.searchParams.get('cursor') ?? 0);
        const all = newestFirst(holdings);
        const next =
          start + PAGE < all.length ? `${baseUrl}${url.pathname}?cursor=${start + PAGE}` : undefined;
        return ok({
          data: holdings.serve(
            all.slice(start, start + PAGE).map(({ id, text, at }) => ({
              type: 'customerReviews',
              id: String(id),
              attributes: { rating: 1 + (id % 5), title: 'T', body: text, createdDate: at.toISOString() },
            })) as object[],
            { id: '1', attributes: { rating: 'five' } },
          ),
          links: { self: 'x', ...(next ? { next } : {}) },
        });
      },
    },
    (baseUrl) => {
      const rest = { baseUrl, appId: '42', issuerId: 'issuer', keyId: 'key' };
      return {
        form: { ...rest, privateKey: right.privateKey.export(pem) as string },
        wrongForm: { ...rest, privateKey: wrong.privateKey.export(pem) as string },
      };
    },
  );
}

/** Google Play: a token for a signed statement, then reviews in pages by token. */
export function startFakeGooglePlay(): Promise<FakeVendor> {
  const holdings = new Holdings();
  const right = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const wrong = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return startFakeVendor(
    holdings,
    {
      isList: (_, url) => url.pathname.endsWith('/applications/com.acme.app/reviews'),
      isAllowed(call, url) {
        if (url.pathname !== '/token') return call.headers.authorization === 'Bearer granted';
        const form = new URLSearchParams(call.text);
        return isToken(
          form.get('assertion') ?? '',
          createPublicKey(right.publicKey.export({ type: 'spki', format: 'pem' })),
          false,
        );
      },
      answer(_, url) {
        if (url.pathname === '/token') return ok({ access_token: 'granted', expires_in: 3600 });
        const start = Number(url.searchParams.get('token') ?? 0);
        const all = newestFirst(holdings);
        const next = start + PAGE < all.length ? String(start + PAGE) : undefined;
        return ok({
          reviews: holdings.serve(
            all.slice(start, start + PAGE).map(({ id, text, at }) => ({
              reviewId: String(id),
              authorName: 'Kim',
              comments: [
                {
                  userComment: {
                    ...{ text: `Title\t${text}`, starRating: 1 + (id % 5), device: 'trltespr' },
                    lastModified: { seconds: String(Math.floor(at.getTime() / 1000)), nanos: 1 },
                  },
                },
                { developerComment: { text: 'Thank you!', lastModified: { seconds: '1' } } },
              ],
            })) as object[],
            { reviewId: '1', comments: 'none' },
          ),
          ...(next ? { tokenPagination: { nextPageToken: next } } : {}),
        });
      },
    },
    (baseUrl) => {
      const file = (key: typeof right.privateKey) =>
        JSON.stringify({
          client_email: 'robot@acme.iam.gserviceaccount.com',
          private_key: key.export(pem),
          token_uri: `${baseUrl}/token`,
        });
      const rest = { baseUrl, packageName: 'com.acme.app' };
      return {
        form: { ...rest, serviceAccount: file(right.privateKey) },
        wrongForm: { ...rest, serviceAccount: file(wrong.privateKey) },
      };
    },
  );
}

/** Trustpilot: reviews, the newest first, in numbered pages with a link to the next. */
export function startFakeTrustpilot(): Promise<FakeVendor> {
  const holdings = new Holdings();
  const unit = '507f191e810c19729de860ea';
  return startFakeVendor(
    holdings,
    {
      isList: (_, url) => url.pathname.endsWith('/reviews'),
      isAllowed: ({ headers }) => headers.apikey === 'right',
      answer(_, url, baseUrl) {
        if (!url.pathname.endsWith('/reviews')) return ok({ displayName: 'Acme' });
        const number = Number(url.searchParams.get('page'));
        const start = (number - 1) * PAGE;
        const all = newestFirst(holdings);
        return ok({
          reviews: holdings.serve(
            all.slice(start, start + PAGE).map(({ id, text, at }) => ({
              ...{ id: String(id), stars: 1 + (id % 5), title: 'T', text, status: 'active' },
              ...{ createdAt: at.toISOString(), consumer: { id: `c${id}`, displayName: 'Kim' } },
            })) as object[],
            { id: '1', stars: 'five' },
          ),
          links:
            start + PAGE < all.length
              ? [{ rel: 'next-page', href: `${baseUrl}${url.pathname}?page=${number + 1}`, method: 'GET' }]
              : [],
        });
      },
    },
    (baseUrl) => ({
      form: { baseUrl, businessUnit: unit, token: 'right' },
      wrongForm: { baseUrl, businessUnit: unit, token: 'wrong-key' },
    }),
  );
}
