import fs from 'node:fs';
import { getConstructionPlans, getMigrationPlans } from 'pg-boss';
import { inModules } from '../steps/paths.mjs';
import { Refusal } from '../steps/refusal.mjs';

/** Also the default of pg-boss. */
const SCHEMA = 'pgboss';

/**
 * Creates or upgrades the tables of pg-boss as the owner, so that web and worker need no right to change
 * tables (`migrate: false`).
 *
 * @param {import('pg').Client} client connected as the owner
 */
export async function prepareJobQueue(client) {
  const wanted = JSON.parse(fs.readFileSync(inModules('pg-boss/package.json'), 'utf8')).pgboss.schema;
  const found = await findVersion(client);
  if (found === null) await client.query(getConstructionPlans(SCHEMA));
  else if (found < wanted) await client.query(getMigrationPlans(SCHEMA, found));
  else if (found > wanted) {
    throw new Refusal(
      `The job queue in the database has version ${found} and this checkout knows ${wanted}: use the newer checkout.`,
    );
  }
}

/** @param {import('pg').Client} client @returns {Promise<number | null>} null when it was never installed */
async function findVersion(client) {
  const { rows } = await client.query(`SELECT to_regclass('${SCHEMA}.version') AS table_name`);
  if (!rows[0].table_name) return null;
  const version = await client.query(`SELECT version FROM ${SCHEMA}.version`);
  return Number(version.rows[0].version);
}
