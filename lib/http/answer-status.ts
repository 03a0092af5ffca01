import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Where what is drawn for a request finds its answer; on globalThis, for our web server and Next.js are bundled apart. */
const KEY = Symbol.for('verbatim.answers');
const shared = globalThis as { [KEY]?: AsyncLocalStorage<ServerResponse> };

function answers(): AsyncLocalStorage<ServerResponse> {
  shared[KEY] ??= new AsyncLocalStorage();
  return shared[KEY];
}

/**
 * Lets pages that are drawn within `work` set the status of the answer. Not where Next.js fetches a part of a page, for that
 * would be taken for a failure and fetched again.
 */
export function withAnswerStatus<T>(request: IncomingMessage, response: ServerResponse, work: () => T): T {
  return request.headers.rsc ? work() : answers().run(response, work);
}

/**
 * Says with which status the page under way is answered, as long as nothing of it was sent. A page may be not found, but
 * Next.js 16 has nothing stable by which it is refused. Does nothing under `next dev`, which has no web server of ours.
 */
export function setAnswerStatus(status: number): void {
  const response = answers().getStore();
  if (response && !response.headersSent) response.statusCode = status;
}
