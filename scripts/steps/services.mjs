import childProcess from 'node:child_process';
import { updateLock } from './lock.mjs';
import { inModules, root } from './paths.mjs';
import { findIdentity, isRunning, pause, signalGroup, stopGroup } from './process-identity.mjs';
import { programFile } from './programs.mjs';
import { Refusal } from './refusal.mjs';
import { beforeExit, isStopping, shutDown, whenForced } from './shutdown.mjs';

/** How long a job under way may take to reach a good end before the worker is ended by force. */
const PATIENCE_MS = 15_000;
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 30_000;
/** A worker that lived this long had started well: its next fall is a new one. */
const STEADY_MS = 60_000;
const WEB_START_MS = 60_000;
/** How long the database works at one statement for somebody who waits before a screen. */
const WEB_STATEMENT_SECONDS = '30';

const endWithStart = new URL('./end-with-start.mjs', import.meta.url).href;

/**
 * Web and worker, each in a process group of its own and written into the lock, from where the next start
 * finds them should this one be killed.
 *
 * @param {{ lockFile: string, lock: import('./lock.mjs').Lock, environment: NodeJS.ProcessEnv }} options
 */
export function makeServices({ lockFile, lock, environment }) {
  /** @param {string} name @param {string[]} args @param {(how: string) => void} onEnd @param {NodeJS.ProcessEnv} env */
  const launch = (name, args, onEnd, env = environment) => {
    const child = childProcess.spawn(process.execPath, ['--import', endWithStart, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    const identity = child.pid ? findIdentity(child.pid) : null;
    if (identity) {
      lock.children[name] = identity;
      updateLock(lockFile, lock);
    }
    child.once('error', (error) => console.error(error.message));
    child.once('exit', (code, signal) => {
      // What watches the sources may have been killed and have left its own child behind.
      if (child.pid) signalGroup(child.pid, 'SIGKILL');
      if (!isStopping()) onEnd(signal ? `signal ${signal}` : `exit code ${code}`);
    });
  };

  beforeExit(() => stopChildren(lock));
  whenForced(() => {
    for (const child of Object.values(lock.children)) if (isRunning(child)) signalGroup(child.pid, 'SIGKILL');
  });

  return {
    /** Without the web server there is nothing to serve: its end is the end of all. */
    startWeb(args) {
      const onEnd = (how) => {
        console.error(`The web server ended by itself (${how}): stopping.`);
        shutDown(1);
      };
      const STATEMENT_SECONDS = environment.WEB_STATEMENT_SECONDS || WEB_STATEMENT_SECONDS;
      launch('web', args, onEnd, { ...environment, STATEMENT_SECONDS });
    },

    /** The worker may fall: its jobs wait in the database, and it is started again, each time a little later. */
    startWorker(args, retryMs = FIRST_RETRY_MS) {
      const began = Date.now();
      const onEnd = async (how) => {
        const wait = Date.now() - began > STEADY_MS ? FIRST_RETRY_MS : retryMs;
        console.error(`The worker ended by itself (${how}): started again in ${wait / 1000} s.`);
        await pause(wait);
        if (!isStopping()) this.startWorker(args, Math.min(wait * 2, LAST_RETRY_MS));
      };
      launch('worker', args, onEnd, { ...workerEnvironment, ...environment });
    },
  };
}

/** Stops what a lock names, its own or one left behind by a killed start. @param {import('./lock.mjs').Lock} lock */
export async function stopChildren(lock) {
  await Promise.all(Object.values(lock.children).map((child) => stopGroup(child, PATIENCE_MS)));
}

/** @param {boolean} dev @param {string} host @param {number} port */
export const webCommand = (dev, host, port) =>
  dev
    ? [inModules('next/dist/bin/next'), 'dev', '-H', host, '-p', String(port)]
    : ['--enable-source-maps', programFile('web'), host, String(port)];

/**
 * An import makes some 25 kB of short-lived values a row. Node lets them pile up to several times what is held before it clears
 * them away: half the memory for a fifth more time of JavaScript is the better bargain.
 */
export const workerMemory = ['--max-semi-space-size=8', '--heap-growing-percent=20'];
/**
 * Memory that threads gave back is kept for each of them by itself, unless glibc is told to share it; and it gives large pieces back
 * to the system at once only where their size is set (131,072 is what it begins with, and raises by itself).
 */
export const workerEnvironment = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
};

/** @param {boolean} dev with it, the worker starts again when its sources change */
export const workerCommand = (dev) =>
  dev
    ? [inModules('tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', 'lib/worker/main.ts']
    : [...workerMemory, '--enable-source-maps', programFile('worker')];

/** Waits until the server answers, whatever it answers. @param {string} address */
export async function waitForWeb(address) {
  const deadline = Date.now() + WEB_START_MS;
  while (Date.now() < deadline) {
    try {
      const answer = await fetch(address, { redirect: 'manual' });
      await answer.body?.cancel();
      return;
    } catch {
      await pause(50);
    }
  }
  throw new Refusal(`The web server did not answer at ${address} within ${WEB_START_MS / 1000} s.`);
}
