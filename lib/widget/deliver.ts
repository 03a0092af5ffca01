import type { Site } from './api';
import { type Delivery, recall, remember } from './memory';

const FIRST_RETRY_MS = 5000;

let site: Pick<Site, 'load' | 'post'>;
let send: ((challenge?: string) => void) | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends what an earlier page left behind. */
export function startDelivering(here: typeof site): void {
  site = here;
  const { queue, wish } = recall();
  if (wish || Object.keys(queue)[0]) flush();
}

/**
 * Keeps a save until the server has acknowledged it, with those that wait: of two tabs, or without a network, none takes the
 * place of another.
 * @param delivery its revision is the one that the server has
 */
export function deliver(delivery: Delivery): void {
  remember((memory) => {
    const { queue } = memory;
    const { responseId } = delivery;
    const waiting = queue[responseId];
    memory.revision = Math.max(memory.revision, delivery.revision) + 1;
    queue[responseId] = {
      ...delivery,
      revision: memory.revision,
      answers: { ...waiting?.answers, ...delivery.answers },
      isDone: delivery.isDone || !!waiting?.isDone,
    };
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
    send ??= window.verbatimSend?.({ ...site, recall, remember });
    send?.(challenge);
  };
  site.load('rest').then(go, () => {
    timer = setTimeout(() => flush(challenge), FIRST_RETRY_MS);
  });
}
