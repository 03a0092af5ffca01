import type { Start } from './api';
import type { Delivery, Memory } from './memory';

const FIRST_RETRY_MS = 2000;
const LAST_RETRY_MS = 60_000;
/** What another device may have saved of the same response meanwhile. */
const STEP = 10;

interface Means {
  post: (what: string, body: object) => Promise<Response>;
  load: Parameters<Start>[0]['load'];
  recall: () => Memory;
  remember: (change: (memory: Memory) => void) => void;
}

/**
 * What sends the queue: one save after the other; a failure of the network or the server is tried again, later and later, and
 * at once when the network is back.
 * The answer starts it, and the work of a challenge, if one is given.
 */
export type MakeSend = (means: Means) => (challenge?: string) => void;

/**
 * Taken, or refused for good by our own server: trying again would change nothing. Too many and its own faults pass, and so does
 * what something between us says in its place: a proxy answers 404 with a page of its own while the server restarts.
 */
function isOver({ status, headers }: Response): boolean {
  return (
    status < 300 ||
    (status < 500 && status !== 429 && !!headers.get('content-type')?.startsWith('application/problem+json'))
  );
}

window.verbatimSend = ({ post, load, recall, remember }) => {
  const proofs: Record<string, Promise<string>> = {};
  let retryMs = FIRST_RETRY_MS;
  let isSending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener('online', () => void flush());
  return (challenge) => {
    if (challenge) void prove(challenge);
    void flush();
  };

  async function flush(): Promise<void> {
    if (isSending) return;
    isSending = true;
    clearTimeout(timer);
    let isLeft = await isWishLeft();
    const tried = new Map<string, number>();
    for (let next = findNext(tried); next; next = findNext(tried)) {
      tried.set(next.responseId, next.revision);
      const { responseId, revision } = next;
      const { isTaken, isStale } = await send(next);
      if (!isTaken) isLeft = true;
      else
        remember((memory) => {
          const waiting = memory.queue[responseId];
          if (waiting?.revision !== revision) return;
          // It came before and only the word of it was lost, or another device is ahead: then it has not been heard yet.
          if (isStale) memory.revision = waiting.revision = revision + STEP;
          else delete memory.queue[responseId];
        });
    }
    isSending = false;
    retryMs = isLeft ? Math.min(retryMs * 2, LAST_RETRY_MS) : FIRST_RETRY_MS;
    if (isLeft) timer = setTimeout(() => void flush(), retryMs);
  }

  /** Tells the server what somebody said about being asked. @returns whether it must be told again. */
  async function isWishLeft(): Promise<boolean> {
    const { wish } = recall();
    if (!wish?.token) return false;
    if (!(await post('preference', wish).then(isOver, () => false))) return true;
    remember((memory) => {
      const { token, never } = memory.wish ?? {};
      if (token === wish.token && never === wish.never) delete memory.wish;
    });
    return false;
  }

  function findNext(tried: Map<string, number>): Delivery | undefined {
    return Object.values(recall().queue).find(
      ({ responseId, revision }) => tried.get(responseId) !== revision,
    );
  }

  /** Solves a challenge of the server, once; empty where it cannot be solved here. */
  function prove(challenge: string): Promise<string> {
    proofs[challenge] ??= load('proof')
      .then(() => window.verbatimProof?.(challenge) ?? '')
      .catch(() => {
        delete proofs[challenge];
        return '';
      });
    return proofs[challenge];
  }

  async function send({
    challenge,
    at,
    ...delivery
  }: Delivery): Promise<{ isTaken: boolean; isStale?: boolean }> {
    try {
      const proof = challenge && (await prove(challenge));
      const response = await post('answers', { ...delivery, waitedMs: Date.now() - at, proof });
      return {
        isTaken: isOver(response),
        isStale: response.status === 200 && (await response.json()).outcome === 'stale',
      };
    } catch {
      return { isTaken: false };
    }
  }
};
