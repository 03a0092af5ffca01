import type { Start } from './api';
import { type Delivery, recall, remember } from './memory';

const FIRST_RETRY_MS = 2000;
const LAST_RETRY_MS = 60_000;

let address = '';
let load: Parameters<Start>[0]['load'];
const proofs: Record<string, Promise<string>> = {};
let retryMs = FIRST_RETRY_MS;
let isSending = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends what an earlier page left behind, and again whenever the network is back. */
export function startDelivering(site: Pick<Parameters<Start>[0], 'api' | 'load'>): void {
  address = site.api;
  load = site.load;
  addEventListener('online', () => void flush());
  void flush();
}

/** Keeps a save until the server has acknowledged it. */
export function deliver(delivery: Delivery): void {
  remember(({ queue }) => {
    queue[delivery.responseId] = delivery;
  });
  void flush();
}

/** Sends what waits, one after the other; a failure of the network or the server is tried again, later and later. */
async function flush(): Promise<void> {
  if (isSending) return;
  isSending = true;
  clearTimeout(timer);
  let isLeft = false;
  const tried = new Map<string, number>();
  for (let next = findNext(tried); next; next = findNext(tried)) {
    tried.set(next.responseId, next.revision);
    const { responseId, revision } = next;
    const status = await send(next);
    // Refused for good: trying again would change nothing. Too many and the server's own faults pass.
    const isOver = status < 500 && status !== 429 && status !== 0;
    if (!isOver) isLeft = true;
    else
      remember(({ queue }) => {
        if (queue[responseId]?.revision === revision) delete queue[responseId];
      });
  }
  isSending = false;
  retryMs = isLeft ? Math.min(retryMs * 2, LAST_RETRY_MS) : FIRST_RETRY_MS;
  if (isLeft) timer = setTimeout(() => void flush(), retryMs);
}

function findNext(tried: Map<string, number>): Delivery | undefined {
  return Object.values(recall().queue).find(({ responseId, revision }) => tried.get(responseId) !== revision);
}

/** Solves a challenge of the server, once; empty where it cannot be solved here. */
export function prove(challenge: string): Promise<string> {
  proofs[challenge] ??= load('proof')
    .then(() => window.verbatimProof?.(challenge) ?? '')
    .catch(() => {
      delete proofs[challenge];
      return '';
    });
  return proofs[challenge];
}

async function send({ challenge, ...delivery }: Delivery): Promise<number> {
  try {
    const proof = challenge && (await prove(challenge));
    const response = await post('answers', { ...delivery, proof });
    return response.status;
  } catch {
    return 0;
  }
}

/** As plain text, for then the browser sends it without asking first; it goes on when the page is left. */
export function post(what: string, body: unknown): Promise<Response> {
  return fetch(`${address}/${what}`, {
    method: 'POST',
    body: JSON.stringify(body),
    keepalive: true,
    credentials: 'omit',
  });
}
