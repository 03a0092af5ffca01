import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { findServerUser } from './postgres-binaries.mjs';

/**
 * A server for tests: that of `TEST_DATABASE_URL`, whose role must be allowed to create databases and roles,
 * or one of our own that is gone afterwards. Without a server, tests fail; they are never passed over.
 *
 * @returns {Promise<{ serverUrl: string, stop: () => void }>}
 */
export async function openTestServer() {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { serverUrl: given, stop: () => {} };
  const user = findServerUser();
  // Another user must be able to enter it: a temporary directory may be private, /var/tmp is everybody's.
  const directory = fs.mkdtempSync(path.join(user ? '/var/tmp' : os.tmpdir(), 'verbatim-test-'));
  if (user) fs.chmodSync(directory, 0o711);
  const remove = () => fs.rmSync(directory, { recursive: true, force: true });
  try {
    const ownerPassword = crypto.randomBytes(24).toString('hex');
    const server = await startEmbeddedPostgres({ directory, user, ownerPassword, durable: false });
    const stop = () => {
      server.stop(true);
      remove();
    };
    return { serverUrl: server.serverUrl, stop };
  } catch (error) {
    remove();
    throw error;
  }
}
