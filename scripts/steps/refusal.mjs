import fs from 'node:fs';

/** A reason to stop that the reader of the terminal can act on: shown as one line, without a stack. */
export class Refusal extends Error {}

const FULL_DISK_BYTES = 32 * 1024 * 1024;

/**
 * What to print for an error: one line when its cause is known, the stack when it is a fault of ours.
 * A full disk shows itself in many disguises (npm, initdb and next each word it differently), so the free
 * space is looked at as well.
 *
 * @param {unknown} error
 * @param {string} directory where we were writing
 * @returns {string}
 */
export function explain(error, directory) {
  const message = error instanceof Error ? error.message : String(error);
  if (/ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i.test(message) || isFull(directory)) {
    return `The disk holding ${directory} is full: make room and start again.`;
  }
  if (error instanceof Refusal || !(error instanceof Error)) return message;
  return error.stack || message;
}

/** @param {string} directory */
function isFull(directory) {
  try {
    const { bavail, bsize } = fs.statfsSync(directory);
    return bavail * bsize < FULL_DISK_BYTES;
  } catch {
    return false;
  }
}
