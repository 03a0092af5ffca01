import { ExpectedError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { problemResponse } from '@/lib/http/problem';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

function refuse(error: ExpectedError, headers: Record<string, string> = {}): Response {
  const requestId = newId();
  const response = problemResponse(error, requestId);
  const all = { 'x-request-id': requestId, 'cache-control': 'no-store', ...headers };
  for (const [name, value] of Object.entries(all)) response.headers.set(name, value);
  return response;
}

/** The answer below /api/v1 where there is nothing: a program gets a problem, not a page. */
export function refusePath(): Response {
  return refuse(
    new ExpectedError(
      'not_found',
      'There is nothing at this address. GET /api/v1/openapi.json lists what there is.',
    ),
  );
}

/** Handlers of the methods that an address does not take; `allowed` are those it does. */
export function refuseMethods(...allowed: Method[]): Record<Method, () => Response> {
  const handle = () =>
    refuse(new ExpectedError('wrong_method', `This address takes ${allowed.join(' and ')} alone.`), {
      allow: [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', '),
    });
  return { GET: handle, POST: handle, PUT: handle, PATCH: handle, DELETE: handle };
}
