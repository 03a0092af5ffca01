import { isStopping } from './shutdown.mjs';

/** @param {number} since a value of `performance.now()` */
export const secondsSince = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Does one step of a longer way and prints its name, its time and what it has to say for itself. Where the end has begun the
 * way is not gone on, so the promise stays open.
 *
 * @template T
 * @param {string} name
 * @param {(say: (detail: string) => void) => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  if (isStopping()) return new Promise(() => {});
  const began = performance.now();
  let detail = '';
  const result = await work((words) => {
    detail = words;
  });
  if (isStopping()) return new Promise(() => {});
  console.log(`  ${name.padEnd(18)}${secondsSince(began).padStart(8)}  ${detail}`.trimEnd());
  return result;
}
