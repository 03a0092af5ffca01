import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createDatabaseIfMissing, prepareDatabase, withDatabase } from '../../scripts/database/prepare.mjs';
import { openTestServer } from '../../scripts/database/throwaway-postgres.mjs';

export type BenchDatabase = {
  /** Of the role that owns the tables; the environment has that of the application. */
  ownerUrl: string;
  /** For files of the run. */
  directory: string;
  /** Ends what the product holds open, and leaves nothing behind. */
  close: () => Promise<void>;
};

/**
 * A database with all migrations, named in the environment as the product expects it. Modules of the product that read the
 * environment are to be imported afterwards.
 */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'verbatim-bench-'));
  const server = await openTestServer();
  await createDatabaseIfMissing(server.serverUrl, 'verbatim_bench');
  const ownerUrl = withDatabase(server.serverUrl, 'verbatim_bench');
  const { applicationUrl } = await prepareDatabase(ownerUrl, randomBytes(24).toString('hex'));
  Object.assign(process.env, {
    DATABASE_URL: applicationUrl,
    NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    SETTINGS_KEY: randomBytes(32).toString('base64'),
    DATA_DIR: directory,
    LOG_LEVEL: 'error',
  });
  return {
    ownerUrl,
    directory,
    async close() {
      const { closeQueue } = await import('@/lib/jobs/queue');
      const { disconnect } = await import('@/lib/db/client');
      await closeQueue();
      await disconnect();
      server.stop();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}
