import childProcess from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inData, root } from './paths.mjs';
import { signalGroup } from './process-identity.mjs';
import { Refusal } from './refusal.mjs';
import { beforeExit } from './shutdown.mjs';

/**
 * Runs a command to its end, in its own process group so that Ctrl-C reaches us first.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, log?: string, cwd?: string }} [options] `log` names a file of the data
 *   directory that takes the output; without it, the output goes to the terminal
 * @returns {Promise<number>} exit code; 1 when a signal ended it
 */
export function run(command, args, { env = process.env, log, cwd = root } = {}) {
  const output = log ? openLog(log) : 'inherit';
  return new Promise((resolve, reject) => {
    const child = childProcess.spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', output, output],
      detached: true,
    });
    const callOff = beforeExit(() => child.pid && signalGroup(child.pid, 'SIGKILL'));
    const end = () => {
      callOff();
      if (typeof output === 'number') fs.closeSync(output);
    };
    child.once('error', (error) => {
      end();
      reject(error);
    });
    child.once('exit', (code) => {
      end();
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a command that has to succeed. Its output is shown only when it does not.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, log: string }} options
 */
export async function runQuietly(command, args, options) {
  const exitCode = await run(command, args, options);
  if (exitCode === 0) return;
  console.error(fs.readFileSync(inData('logs', options.log), 'utf8').trimEnd());
  throw new Refusal(`\`${path.basename(command)} ${args.join(' ')}\` failed: see the lines above.`);
}

/** @param {string} name */
function openLog(name) {
  fs.mkdirSync(inData('logs'), { recursive: true, mode: 0o700 });
  return fs.openSync(inData('logs', name), 'w', 0o600);
}
