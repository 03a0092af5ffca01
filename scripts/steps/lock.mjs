import fs from 'node:fs';
import { writePrivateFile } from './paths.mjs';
import { findIdentity, isRunning } from './process-identity.mjs';

/**
 * Who runs here. `children` are kept so that the next start can stop what a killed one left behind.
 * @typedef {import('./process-identity.mjs').ProcessIdentity} ProcessIdentity
 * @typedef {{ holder: ProcessIdentity, since: string, address: string, children: Record<string, ProcessIdentity> }} Lock
 */

/**
 * Takes the lock file, or says who has it. A lock whose holder has died is taken over and handed back as
 * `leftBehind`.
 *
 * @param {string} file
 * @param {string} address what the holder serves, for the message to the second one
 * @returns {{ takenBy: Lock } | { takenBy: null, leftBehind: Lock | null, lock: Lock }}
 */
export function takeLock(file, address) {
  const holder = findIdentity(process.pid);
  if (!holder) throw new Error('This process cannot find itself in the process table.');
  /** @type {Lock} */
  const lock = { holder, since: new Date().toISOString(), address, children: {} };
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(lock), { mode: 0o600 });
  let leftBehind = null;
  try {
    // A link fails when the name is taken, and shows the lock to others only when it is written in full.
    while (!tryLink(draft, file)) {
      const found = readLock(file);
      if (found && isRunning(found.holder)) return { takenBy: found };
      leftBehind = moveAway(file, `${draft}.stale`) || leftBehind;
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
  return { takenBy: null, leftBehind, lock };
}

/** The lock of a process that still runs. @param {string} file @returns {Lock | null} */
export function findLock(file) {
  const lock = readLock(file);
  return lock && isRunning(lock.holder) ? lock : null;
}

/** @param {string} file @param {Lock} lock */
export function updateLock(file, lock) {
  writePrivateFile(file, JSON.stringify(lock));
}

/** Gives the lock back; somebody else's is left alone. @param {string} file */
export function releaseLock(file) {
  if (readLock(file)?.holder?.pid === process.pid) fs.rmSync(file, { force: true });
}

/** @param {string} file @returns {Lock | null} null when there is none, or none that can be read */
function readLock(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {string} from @param {string} to */
function tryLink(from, to) {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Moves a dead lock out of the way. Between our look and our move another start may have taken over: what
 * was moved is looked at again, and a living lock is put back.
 *
 * @param {string} file
 * @param {string} aside
 * @returns {Lock | null}
 */
function moveAway(file, aside) {
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
  const moved = readLock(aside);
  if (moved && isRunning(moved.holder)) tryLink(aside, file);
  fs.rmSync(aside, { force: true });
  return moved && isRunning(moved.holder) ? null : moved;
}
