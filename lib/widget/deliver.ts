import type { Start } from './api';
import { type Delivery, recall, remember } from './memory';

const FIRST_RETRY_MS = 5000;

let site: Pick<Parameters<Start>[0], 'api' | 'load'>;
let send: ((challenge?: string) => void) | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends what an earlier page left behind, and again whenever the network is back. */
export function startDelivering(here: typeof site): void {
  site = here;
  addEventListener('online', () => flush());
  if (Object.keys(recall().queue).length > 0) flush();
}

/** Keeps a save until the server has acknowledged it. */
export function deliver(delivery: Delivery): void {
  remember(({ queue }) => {
    queue[delivery.responseId] = delivery;
  });
  flush();
}

/**
 * Sends what waits. What sends is a file of its own, fetched once a question stands; where that fails, it is tried again,
 * and the answers wait in the browser.
 * @param challenge work that the server asks for, to be begun now
 */
export function flush(challenge?: string): void {
  clearTimeout(timer);
  const go = () => {
    send ??= window.verbatimSend?.({ post, load: site.load, recall, remember });
    send?.(challenge);
  };
  site.load('rest').then(go, () => {
    timer = setTimeout(() => flush(challenge), FIRST_RETRY_MS);
  });
}

/** As plain text, for then the browser sends it without asking first; it goes on when the page is left. */
export function post(what: string, body: unknown): Promise<Response> {
  return fetch(`${site.api}/${what}`, {
    method: 'POST',
    body: JSON.stringify(body),
    keepalive: true,
    credentials: 'omit',
  });
}
