// What must be undone before this process may end, in the order it was done. It is undone backwards.

/** @typedef {() => Promise<void> | void} Undo */

/** @type {Undo[]} */
const undo = [];
/** @type {Set<() => void>} */
const shortcuts = new Set();
let stopping = false;

/** A signal can arrive twice for one Ctrl-C: from the terminal, and passed on by npm. */
const ONE_KEYSTROKE_MS = 1000;

/**
 * @param {Undo} work done when the process ends, unless called off
 * @returns {() => void} calls it off
 */
export function beforeExit(work) {
  undo.push(work);
  return () => {
    const index = undo.lastIndexOf(work);
    if (index >= 0) undo.splice(index, 1);
  };
}

/** What to do when the person presses Ctrl-C again because the end takes too long. @param {() => void} work */
export function whenForced(work) {
  shortcuts.add(work);
}

/** Whether the end has begun: a child that dies now was told to. */
export const isStopping = () => stopping;

/**
 * Undoes everything and ends the process. Only the first call counts; the others wait for that end.
 *
 * @param {number} exitCode
 * @returns {Promise<never>}
 */
export async function shutDown(exitCode) {
  if (stopping) return new Promise(() => {});
  stopping = true;
  for (let work = undo.pop(); work; work = undo.pop()) {
    try {
      await work();
    } catch (error) {
      console.error(error);
    }
  }
  process.exit(exitCode);
}

/** Ends in good order on Ctrl-C, `kill` and a closed terminal; a second signal forces the end. */
export function shutDownOnSignals() {
  let firstAt = 0;
  const onSignal = () => {
    if (!firstAt) {
      firstAt = Date.now();
      console.log('\nStopping. Press Ctrl-C again to force it.');
      shutDown(0);
    } else if (Date.now() - firstAt > ONE_KEYSTROKE_MS) {
      for (const work of shortcuts) work();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
}
