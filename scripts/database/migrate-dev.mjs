#!/usr/bin/env node
// `npm run db:migrate -- NAME`: writes the migration that leads from the existing ones to the schema in
// prisma/. What a schema cannot say (row-level security, checks) is added to the file by hand; the next
// `npm start` or `npm test` applies it.
import '../steps/fit-node.mjs';
import childProcess from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inModules, root } from '../steps/paths.mjs';
import { explain, Refusal } from '../steps/refusal.mjs';
import { createDatabaseIfMissing, withDatabase } from './prepare.mjs';
import { openTestServer } from './throwaway-postgres.mjs';

async function writeMigration(name) {
  if (!/^[a-z][a-z0-9_]*$/.test(name ?? '')) {
    throw new Refusal('Usage: npm run db:migrate -- NAME, with a name such as add_segments.');
  }
  const lock = path.join(root, 'prisma/migrations/migration_lock.toml');
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  if (!fs.existsSync(lock)) fs.writeFileSync(lock, 'provider = "postgresql"\n');
  const server = await openTestServer();
  try {
    await createDatabaseIfMissing(server.serverUrl, 'verbatim_schema');
    const env = {
      ...process.env,
      CHECKPOINT_DISABLE: '1',
      DATABASE_OWNER_URL: withDatabase(server.serverUrl, 'verbatim_schema'),
    };
    const { status, stdout } = childProcess.spawnSync(
      process.execPath,
      [
        inModules('prisma/build/index.js'),
        ...['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma', '--script'],
      ],
      { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
    );
    if (status !== 0) throw new Refusal('The difference could not be found: see the lines above.');
    keepMigration(name, stdout);
  } finally {
    server.stop();
  }
}

/** Keeps it unless it holds nothing but remarks. @param {string} name @param {string} sql */
function keepMigration(name, sql) {
  if (!/^[^-\s]/m.test(sql))
    return console.log('The migrations already lead to the schema: nothing to write.');
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const file = path.join(root, 'prisma/migrations', `${time}_${name}`, 'migration.sql');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, sql);
  console.log(`Written: ${path.relative(root, file)}`);
}

writeMigration(process.argv[2]).catch((error) => {
  console.error(explain(error, root));
  process.exitCode = 1;
});
