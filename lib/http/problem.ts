import { ExpectedError } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { type FieldError, InvalidRequest } from '@/lib/http/field-error';
import { TooManyRequests } from '@/lib/http/rate-limit';

const TITLES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** Why a request was not done, as RFC 9457 has it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  /** The request, by which the log knows it. */
  instance: string;
  errors?: FieldError[];
}

/** An error as problem+json. What we did not expect stays in the log, under the request's id. */
export function problemResponse(error: unknown, requestId: string): Response {
  const expected = error instanceof ExpectedError ? error : null;
  if (!expected) {
    log().error(
      { requestId, error: error instanceof Error ? error.stack : String(error) },
      'API request failed',
    );
  }
  const status = expected?.status ?? 500;
  const problem: Problem = {
    type: 'about:blank',
    title: TITLES[status] ?? 'Error',
    status,
    detail:
      expected?.message ??
      'Something went wrong on our side. Nothing was saved. The log has the details under the number in "instance".',
    instance: `urn:uuid:${requestId}`,
    ...(error instanceof InvalidRequest ? { errors: error.errors } : {}),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  if (status === 401) headers.set('www-authenticate', 'Bearer realm="Verbatim API"');
  if (status === 503) headers.set('retry-after', '5');
  if (error instanceof TooManyRequests) {
    headers.set('retry-after', String(error.retryAfterSeconds));
    // What the libraries of Segment read.
    headers.set('x-ratelimit-reset', String(error.retryAfterSeconds));
  }
  return new Response(JSON.stringify(problem), { status, headers });
}
