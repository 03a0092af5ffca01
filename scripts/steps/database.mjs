import path from 'node:path';
import { OWNER, startEmbeddedPostgres } from '../database/embedded-postgres.mjs';
import { findServerUser, makeServerHome } from '../database/postgres-binaries.mjs';
import { createDatabaseIfMissing, requireDatabase, withDatabase } from '../database/prepare.mjs';
import { dataDirectory } from './paths.mjs';
import { explain, Refusal } from './refusal.mjs';
import { beforeExit, isStopping, shutDown, whenForced } from './shutdown.mjs';

const LOOK_MS = 3000;
/** One look may fail for want of a process to look with. */
const LOOKS = 2;

/**
 * The database of this installation: the server of `DATABASE_URL`, or our own, which ends with this process.
 *
 * @param {import('./secrets.mjs').Secrets} secrets
 * @param {(detail: string) => void} say
 * @returns {Promise<string>} the owner's address of it
 */
export async function openDatabase(secrets, say) {
  const ownUrl = process.env.DATABASE_URL;
  if (ownUrl) {
    await requireDatabase(ownUrl);
    say(`${new URL(ownUrl).host}, from DATABASE_URL`);
    return ownUrl;
  }
  const user = findServerUser();
  const directory = user ? makeServerHome() : dataDirectory;
  const server = await startEmbeddedPostgres({ directory, user, ownerPassword: secrets.ownerPassword });
  endWithServer(server, directory);
  beforeExit(() => server.stop());
  whenForced(() => server.stop(true));
  await createDatabaseIfMissing(server.serverUrl, OWNER);
  say(`PostgreSQL ${server.version.split('-')[0]}, ${server.state}, in ${directory}`);
  return withDatabase(server.serverUrl, OWNER);
}

/**
 * Without the database there is nothing to serve: its end, by a full disk above all, is the end of all.
 *
 * @param {import('../database/embedded-postgres.mjs').EmbeddedServer} server
 * @param {string} directory of its files
 */
function endWithServer(server, directory) {
  let missed = 0;
  const watch = setInterval(() => {
    missed = isStopping() || server.isAlive() ? 0 : missed + 1;
    if (missed < LOOKS) return;
    clearInterval(watch);
    const log = path.join(directory, 'postgres.log');
    console.error(explain(new Refusal(`PostgreSQL ended by itself: see ${log}. Stopping.`), directory));
    shutDown(1);
  }, LOOK_MS);
  watch.unref();
}
