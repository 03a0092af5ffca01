#!/usr/bin/env node
// `npm run db:migrate -- --name NAME`: writes the migration that leads from the existing ones to the schema in
// prisma/ and tries it on a database of its own. What a schema cannot say (row-level security, checks) is
// added to the file by hand; the next `npm start` or `npm test` applies it.
import '../steps/fit-node.mjs';
import path from 'node:path';
import { root } from '../steps/paths.mjs';
import { explain, Refusal } from '../steps/refusal.mjs';
import { openTestServer } from './throwaway-postgres.mjs';
import { writeMigration } from './write-migration.mjs';

async function run([flag, name]) {
  if (flag !== '--name' || !/^[a-z][a-z0-9_]*$/.test(name ?? '')) {
    throw new Refusal('Usage: npm run db:migrate -- --name NAME, with a name such as add_segments.');
  }
  const server = await openTestServer();
  try {
    const file = await writeMigration(name, { serverUrl: server.serverUrl });
    console.log(
      file
        ? `Written, and applied to an empty database: ${path.relative(root, file)}`
        : 'Already in sync: the migrations lead to the schema, nothing to write.',
    );
  } finally {
    server.stop();
  }
}

run(process.argv.slice(2)).catch((error) => {
  console.error(explain(error, root));
  process.exitCode = 1;
});
