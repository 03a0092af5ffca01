import childProcess from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createDatabaseIfMissing, dropDatabaseAndRole, withDatabase } from '../database/prepare.mjs';
import { inModules, root } from './paths.mjs';
import { findFreePort } from './port.mjs';
import { findIdentity, stopGroup } from './process-identity.mjs';
import { Refusal } from './refusal.mjs';
import { run } from './run.mjs';
import { beforeExit } from './shutdown.mjs';

/** Longer than the start's own patience with web and worker together. */
const STOP_PATIENCE_MS = 40_000;

/**
 * Runs the browser tests against a Verbatim of their own: `npm start` itself, with a fresh database and
 * sample workspace, in a temporary data directory and on a free port.
 *
 * @param {string} serverUrl of the test database server
 * @param {string} report where Playwright writes its results
 * @returns {Promise<number>} exit code
 */
export async function runBrowserTests(serverUrl, report) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'verbatim-e2e-'));
  const database = `verbatim_e2e_${crypto.randomBytes(4).toString('hex')}`;
  const address = `http://127.0.0.1:${await findFreePort()}`;
  const env = { ...process.env, BASE_URL: address, SIGN_INS_FILE: path.join(directory, 'sign-ins.txt') };
  let product = null;
  const cleanUp = async () => {
    await stopGroup(product, STOP_PATIENCE_MS);
    await dropDatabaseAndRole(serverUrl, database);
    fs.rmSync(directory, { recursive: true, force: true });
  };
  const callOff = beforeExit(cleanUp);
  try {
    await createDatabaseIfMissing(serverUrl, database);
    product = await startProduct({
      ...env,
      HOST: '127.0.0.1',
      PORT: new URL(address).port,
      NEXTAUTH_URL: address,
      DATABASE_URL: withDatabase(serverUrl, database),
      VERBATIM_DATA: directory,
      SAMPLE_WORKSPACE: '1',
    });
    return await run(process.execPath, [inModules('@playwright/test/cli.js'), 'test'], {
      env: { ...env, E2E_REPORT: report },
    });
  } finally {
    callOff();
    await cleanUp();
  }
}

/** @returns {Promise<import('./process-identity.mjs').ProcessIdentity | null>} once it is ready */
function startProduct(env) {
  return new Promise((resolve, reject) => {
    const child = childProcess.spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    const identity = child.pid ? findIdentity(child.pid) : null;
    const callOff = beforeExit(() => stopGroup(identity, STOP_PATIENCE_MS));
    child.stdout.on('data', (words) => {
      process.stdout.write(words);
      if (!String(words).includes('Ready after')) return;
      callOff();
      resolve(identity);
    });
    child.once('error', reject);
    child.once('exit', () => {
      callOff();
      reject(new Refusal('The product did not start, so the browser tests could not run.'));
    });
  });
}
