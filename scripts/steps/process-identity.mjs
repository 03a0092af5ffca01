import childProcess from 'node:child_process';
import fs from 'node:fs';

/**
 * A process, told apart from a later one that was given the same number.
 * @typedef {{ pid: number, started: string }} ProcessIdentity
 */

/**
 * When a process began, in the system's own words: only good for comparing.
 *
 * @param {number} pid
 * @returns {string | null} null when there is no such process, or only its remains
 */
function findStart(pid) {
  if (process.platform === 'linux') {
    try {
      // The name, in brackets, may itself hold brackets and blanks: fields are counted from the last one.
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [state, startTicks] = [fields[0], fields[19]];
      if (state === 'Z' || state === 'X') return null;
      return `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${startTicks}`;
    } catch {
      return null;
    }
  }
  const listed = childProcess.spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return (listed.status === 0 && listed.stdout.trim()) || null;
}

/** @param {number} pid @returns {ProcessIdentity | null} null when the process has already ended */
export function findIdentity(pid) {
  const started = findStart(pid);
  return started ? { pid, started } : null;
}

/** @param {ProcessIdentity | null | undefined} identity */
export function isRunning(identity) {
  return Boolean(identity) && findStart(identity.pid) === identity.started;
}

/**
 * Stops a process and its whole group: politely, and after the time given by force.
 *
 * @param {ProcessIdentity | null | undefined} identity of a process that leads its group
 * @param {number} patienceMs
 */
export async function stopGroup(identity, patienceMs) {
  if (!identity || !isRunning(identity)) return;
  signalGroup(identity.pid, 'SIGTERM');
  const deadline = Date.now() + patienceMs;
  while (isRunning(identity) && Date.now() < deadline) await pause(25);
  // Also after a polite end: the leader may have left children behind.
  signalGroup(identity.pid, 'SIGKILL');
}

/** @param {number} pid @param {NodeJS.Signals} signal */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
  }
}

/** @param {number} ms @returns {Promise<void>} */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
