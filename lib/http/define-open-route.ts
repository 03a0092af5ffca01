import type { z } from 'zod';
import { networkAddress } from '@/lib/auth/network-address';
import { ExpectedError } from '@/lib/core/errors';
import { publicMessage } from '@/lib/http/public-message';
import { limitRate, TooManyRequests } from '@/lib/http/rate-limit';
import { readBody as readText } from '@/lib/http/read-body';

const MOST_BODY_BYTES = 128 * 1024;
const MOST_TEXT_BYTES = 2_000_000;
/** One limit for everybody must not let one person shut the door for all. */
const TIMES_FOR_ALL = 30;

interface OpenRouteDefinition<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  params: Params;
  query: Query;
  /** Of a request that has one: a form, or JSON whatever it calls itself, for only then no browser asks beforehand. */
  body: Body;
  /** As `text` the body is handed over as it came, to be read under a signature. */
  bodyAs?: 'text';
  /** Requests a minute from one network address. */
  perMinute: number;
  /** Whether pages of other sites may read the answer. It carries no cookie. */
  isCrossOrigin: boolean;
  /** A page for people that says what is wrong, in place of problem+json. */
  showError?: (status: number, words: string) => Response;
  run: (input: {
    params: z.infer<Params>;
    query: z.infer<Query>;
    body: z.infer<Body>;
    request: Request;
  }) => Promise<Response>;
}

/** A route for people who are nobody of a workspace. Errors are problem+json (RFC 9457), or a page where it has one for them. */
export function defineOpenRoute<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  route: OpenRouteDefinition<Params, Query, Body>,
) {
  return async function handle(
    request: Request,
    // Next.js hands over none where the path has no parameter.
    { params }: { params: Promise<Record<string, string> | undefined> },
  ): Promise<Response> {
    const response = await answer(request, (await params) ?? {});
    if (!route.isCrossOrigin) return response;
    response.headers.set('access-control-allow-origin', '*');
    return response;
  };

  async function answer(request: Request, rawParams: Record<string, string>): Promise<Response> {
    try {
      const address = networkAddress(request.headers.get('x-forwarded-for'));
      limitRate(
        `${address ?? 'all'} ${Object.values(rawParams).join(' ')}`,
        address ? route.perMinute : route.perMinute * TIMES_FOR_ALL,
      );
      return await route.run({
        params: parse(route.params, rawParams),
        query: parse(route.query, Object.fromEntries(new URL(request.url).searchParams)),
        body: parse(
          route.body,
          request.method === 'POST' ? await readBody(request, route.bodyAs) : undefined,
        ),
        request,
      });
    } catch (error) {
      const status = error instanceof ExpectedError ? error.status : 500;
      const detail = publicMessage(error);
      const headers = { 'content-type': 'application/problem+json' };
      const response =
        route.showError?.(status, detail) ?? Response.json({ status, detail }, { status, headers });
      if (error instanceof TooManyRequests) {
        response.headers.set('retry-after', String(error.retryAfterSeconds));
      }
      return response;
    }
  }
}

async function readBody(request: Request, as: 'text' | undefined): Promise<unknown> {
  if (as === 'text') return readText(request, MOST_TEXT_BYTES);
  const text = await request.text();
  if (text.length > MOST_BODY_BYTES) throw new ExpectedError('invalid', 'The body is larger than 128 kB.');
  if (request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) {
    const form = new URLSearchParams(text);
    return Object.fromEntries(
      [...new Set(form.keys())].map((name) => {
        const all = form.getAll(name);
        return [name, all.length > 1 ? all : all[0]];
      }),
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new ExpectedError('invalid', 'The body is neither a form nor JSON.');
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ExpectedError(
    'invalid',
    `${issue?.path.join('.') || 'The request'}: ${issue?.message ?? 'does not fit'}`,
  );
}
