import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../steps/paths.mjs';
import { Refusal } from '../steps/refusal.mjs';

/** The number under which `prisma migrate` locks the database, so that the two exclude each other. */
const PRISMA_LOCK = 72707369;

const MIGRATIONS_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Applies the migrations that are missing, leaving the same rows as `prisma migrate deploy`, in a twentieth
 * of its time.
 *
 * @param {import('pg').Client} client connected as the owner
 * @param {string} [directory]
 * @returns {Promise<{ applied: string[], warnings: string[] }>}
 * @throws {Refusal} when a migration fails now, or failed before
 */
export async function migrate(client, directory = path.join(root, 'prisma/migrations')) {
  await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
  try {
    await client.query(MIGRATIONS_TABLE);
    const { rows } = await client.query(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    const known = readMigrations(directory);
    const recorded = new Map(rows.map((row) => [row.migration_name, row]));
    requireNoneFailed(rows);
    const applied = [];
    for (const migration of known) {
      if (recorded.has(migration.name)) continue;
      await applyMigration(client, migration);
      applied.push(migration.name);
    }
    return { applied, warnings: findDifferences(known, recorded) };
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [PRISMA_LOCK]);
  }
}

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */

/** @param {string} directory @returns {Migration[]} in order */
function readMigrations(directory) {
  if (!fs.existsSync(directory)) return [];
  const names = fs
    .readdirSync(directory)
    .filter((name) => fs.existsSync(path.join(directory, name, 'migration.sql')));
  return names.sort().map((name) => {
    const sql = fs.readFileSync(path.join(directory, name, 'migration.sql'), 'utf8');
    return { name, sql, checksum: crypto.createHash('sha256').update(sql).digest('hex') };
  });
}

function requireNoneFailed(rows) {
  const failed = rows.find((row) => !row.finished_at);
  if (!failed) return;
  throw new Refusal(
    `The migration ${failed.migration_name} failed before: repair the database, then tell it with \`npx prisma migrate resolve\`.`,
  );
}

/** What was done to history since it was applied: worth a line, not a stop. */
function findDifferences(known, recorded) {
  const edited = known.filter(
    ({ name, checksum }) => recorded.has(name) && recorded.get(name).checksum !== checksum,
  );
  const names = new Set(known.map(({ name }) => name));
  const unknown = [...recorded.keys()].filter((name) => !names.has(name));
  return [
    ...edited.map(
      ({ name }) => `The migration ${name} was edited after it was applied here: the edit has no effect.`,
    ),
    ...unknown.map((name) => `The database has the migration ${name}, which this checkout does not know.`),
  ];
}

/** @param {import('pg').Client} client @param {Migration} migration */
async function applyMigration(client, { name, sql, checksum }) {
  const id = crypto.randomUUID();
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ]);
  try {
    await client.query(sql);
  } catch (error) {
    // A file that opened a transaction of its own leaves it broken.
    await client.query('ROLLBACK');
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, error.message]);
    throw new Refusal(`The migration ${name} failed: ${error.message}`);
  }
  await client.query(
    'UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1',
    [id],
  );
}
