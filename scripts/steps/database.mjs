import { OWNER, startEmbeddedPostgres } from '../database/embedded-postgres.mjs';
import { findServerUser, makeServerHome } from '../database/postgres-binaries.mjs';
import { createDatabaseIfMissing, requireDatabase, withDatabase } from '../database/prepare.mjs';
import { dataDirectory } from './paths.mjs';
import { beforeExit, whenForced } from './shutdown.mjs';

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
  beforeExit(() => server.stop());
  whenForced(() => server.stop(true));
  await createDatabaseIfMissing(server.serverUrl, OWNER);
  say(`PostgreSQL ${server.version.split('-')[0]}, ${server.state}, in ${directory}`);
  return withDatabase(server.serverUrl, OWNER);
}
