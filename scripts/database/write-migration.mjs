import childProcess from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { inModules, root } from '../steps/paths.mjs';
import { Refusal } from '../steps/refusal.mjs';
import { migrate } from './migrate.mjs';
import { createDatabaseIfMissing, dropDatabaseAndRole, withClient, withDatabase } from './prepare.mjs';

/**
 * Writes the migration that leads from the existing ones to the schema, and applies them all to an empty
 * database: one that cannot be applied is noticed by who writes it.
 *
 * @param {string} name
 * @param {{ serverUrl: string, directory?: string }} options `serverUrl` is of a role that may create
 *   databases; `directory` holds the schema and, in `migrations`, its history
 * @returns {Promise<string | null>} the file; null when the migrations lead to the schema already
 * @throws {Refusal} when a migration fails; the new one is kept then, to be mended by hand
 */
export async function writeMigration(name, { serverUrl, directory = path.join(root, 'prisma') }) {
  const migrations = path.join(directory, 'migrations');
  const database = `verbatim_schema_${crypto.randomBytes(6).toString('hex')}`;
  const url = withDatabase(serverUrl, database);
  await createDatabaseIfMissing(serverUrl, database);
  try {
    const sql = findDifference(url, migrations, directory);
    // A difference of none is a remark.
    if (!/^[^-\s]/m.test(sql)) return null;
    const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const file = path.join(migrations, `${time}_${name}`, 'migration.sql');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, sql);
    await withClient(url, (client) => migrate(client, migrations));
    return file;
  } finally {
    await dropDatabaseAndRole(serverUrl, database);
  }
}

/** Asked of Prisma, whose shadow database is made beside that of `url`. @returns {string} SQL */
function findDifference(url, migrations, schema) {
  const { status, stdout } = childProcess.spawnSync(
    process.execPath,
    [
      inModules('prisma/build/index.js'),
      ...['migrate', 'diff', '--from-migrations', migrations, '--to-schema', schema, '--script'],
    ],
    {
      cwd: root,
      env: { ...process.env, CHECKPOINT_DISABLE: '1', DATABASE_OWNER_URL: url },
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Refusal('The difference could not be found: see the lines above.');
  return stdout;
}
