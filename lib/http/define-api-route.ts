import { requireApiScope } from '@/lib/auth/api-scopes';
import { findApiKeyScope } from '@/lib/auth/find-api-key-scope';
import { networkAddress } from '@/lib/auth/network-address';
import { ExpectedError, invalid } from '@/lib/core/errors';
import { newId, sha256 } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { answerOnce } from '@/lib/http/answer-once';
import type { ApiAnswer, ApiOperation } from '@/lib/http/api-operation';
import { crossOriginHeaders } from '@/lib/http/cross-origin';
import { problemResponse } from '@/lib/http/problem';
import { limitRate } from '@/lib/http/rate-limit';
import { parseJson, readBody } from '@/lib/http/read-body';
import { retryCollisions } from '@/lib/http/retry-collisions';

/** Requests a minute of one key. A request may carry 1,000 items. */
const PER_MINUTE = 600;
/** A public key is everybody's who opens the page: it has more, and each network address has its own limit. */
const PER_MINUTE_PUBLIC = 6000;
/** Wrong keys a minute from one network address; from all of them where the address is not known. */
const WRONG_KEYS_PER_MINUTE = 60;
const WRONG_KEYS_PER_MINUTE_OF_ALL = 1800;

const MOST_BODY_BYTES = 10_000_000;
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

/** A route of the HTTP API: its key opens the scope, the operation says the rest. Errors are problem+json (RFC 9457). */
export function defineApiRoute(operation: ApiOperation) {
  return async function handle(
    request: Request,
    // Next.js hands over none where the path has no parameter.
    { params }: { params: Promise<Record<string, string> | undefined> },
  ): Promise<Response> {
    const requestId = newId();
    const response = await answer(request, params).catch((error) => problemResponse(error, requestId));
    response.headers.set('x-request-id', requestId);
    response.headers.set('cache-control', 'no-store');
    if (operation.isForBrowsers) {
      for (const [name, value] of Object.entries(crossOriginHeaders)) response.headers.set(name, value);
    }
    return response;
  };

  async function answer(
    request: Request,
    params: Promise<Record<string, string> | undefined>,
  ): Promise<Response> {
    const body = lazyBody(request);
    const scope = await requireKey(request, operation.isForBrowsers ? body : null);
    limitKey(scope, request);
    requireApiScope(scope, operation.right);
    const raw = {
      params: (await params) ?? {},
      query: readQuery(request),
      body: request.method === 'GET' ? undefined : readGiven(await body(), request.headers),
    };
    const work = operation.prepare(raw);
    const key = request.headers.get('idempotency-key');
    const { answer, isReplay } =
      key === null || request.method === 'GET'
        ? { answer: await retryCollisions(() => work(scope)), isReplay: false }
        : await once(scope, { key, text: await body(), request }, work);
    const headers = isReplay ? { 'idempotent-replayed': 'true' } : undefined;
    return Response.json(answer.body, { status: answer.status, ...(headers && { headers }) });
  }

  function readGiven(text: string, headers: Headers): unknown {
    return operation.readBody ? operation.readBody(text, headers) : parseJson(text);
  }

  function lazyBody(request: Request): () => Promise<string> {
    let text: Promise<string> | undefined;
    return () => {
      text ??= readBody(request, operation.mostBodyBytes ?? MOST_BODY_BYTES);
      return text;
    };
  }
}

async function once(
  scope: Scope,
  { key, text, request }: { key: string; text: string; request: Request },
  work: (scope: Scope) => Promise<ApiAnswer>,
) {
  if (!IDEMPOTENCY_KEY.test(key)) {
    throw invalid('The Idempotency-Key has 1 to 255 visible ASCII characters. A UUID does well.');
  }
  const { pathname, search } = new URL(request.url);
  const requestHash = sha256(`${request.method} ${pathname}${search}\n${text}`);
  return retryCollisions(() => answerOnce(scope, { key, requestHash }, work));
}

/** @throws ExpectedError 'signed_out'; TooManyRequests for somebody who tries key after key. */
async function requireKey(request: Request, body: (() => Promise<string>) | null): Promise<Scope> {
  const key = readKey(request) ?? (body && keyInBody(await body()));
  if (!key) {
    throw new ExpectedError(
      'signed_out',
      'Send an API key in the header Authorization: Bearer KEY. Keys are made under Settings, API keys.',
    );
  }
  const scope = await findApiKeyScope(key);
  if (scope) return scope;
  const address = networkAddress(request.headers.get('x-forwarded-for'));
  limitRate(`wrong key ${address ?? 'all'}`, address ? WRONG_KEYS_PER_MINUTE : WRONG_KEYS_PER_MINUTE_OF_ALL);
  throw new ExpectedError('signed_out', 'This API key is unknown or was revoked.');
}

/** The key of `Authorization: Bearer KEY`, or of Basic with the key as the user's name, as Segment's libraries send it. */
function readKey(request: Request): string | null {
  const [scheme = '', credential = ''] = request.headers.get('authorization')?.trim().split(/\s+/) ?? [];
  if (/^bearer$/i.test(scheme)) return credential || null;
  if (!/^basic$/i.test(scheme)) return null;
  return Buffer.from(credential, 'base64').toString('utf8').split(':')[0] || null;
}

/** Scripts in pages send their key in the body, for a header of their own would make browsers ask beforehand. */
function keyInBody(text: string): string | null {
  const body = parseJson(text);
  if (typeof body !== 'object' || body === null || !('writeKey' in body)) return null;
  return typeof body.writeKey === 'string' ? body.writeKey : null;
}

function limitKey({ actor }: Scope, request: Request): void {
  if (actor.kind !== 'api_key') return;
  limitRate(`key ${actor.keyId}`, actor.isPublic ? PER_MINUTE_PUBLIC : PER_MINUTE);
  const address = actor.isPublic ? networkAddress(request.headers.get('x-forwarded-for')) : null;
  if (address) limitRate(`key ${actor.keyId} ${address}`, PER_MINUTE);
}

/** @throws ExpectedError for a parameter given twice: which of the two counts is nobody's guess. */
function readQuery(request: Request): Record<string, string> {
  const { searchParams } = new URL(request.url);
  const twice = [...searchParams.keys()].find((name) => searchParams.getAll(name).length > 1);
  if (twice !== undefined) throw invalid(`The parameter ${twice} is given more than once. Give it once.`);
  return Object.fromEntries(searchParams);
}
