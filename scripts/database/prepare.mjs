import pg from 'pg';
import { Refusal } from '../steps/refusal.mjs';
import { applicationRoleOf, prepareApplicationRole } from './application-role.mjs';
import { prepareJobQueue } from './job-queue-schema.mjs';
import { migrate } from './migrate.mjs';
import { tellPlanner } from './planner-statistics.mjs';

/** @param {string} url @returns {string} */
export const databaseNameOf = (url) => decodeURIComponent(new URL(url).pathname.slice(1));

/**
 * The same server, another database.
 *
 * @param {string} url
 * @param {string} database
 * @returns {string}
 */
export function withDatabase(url, database) {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

/**
 * Does something with a connection and closes it.
 *
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  // An idle connection that breaks would end the process; the next query reports it instead.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Refuses, in one line, a server that cannot be used. @param {string} ownerUrl */
export async function requireDatabase(ownerUrl) {
  if (
    !URL.canParse(ownerUrl) ||
    !/^postgres(ql)?:$/.test(new URL(ownerUrl).protocol) ||
    !databaseNameOf(ownerUrl)
  ) {
    throw new Refusal('DATABASE_URL is not of the form postgresql://user:password@host:port/database.');
  }
  try {
    await withClient(ownerUrl, async () => {});
  } catch (error) {
    // Only a failed call of the operating system has its name.
    const what = error.syscall ? 'cannot be reached' : 'does not let us in';
    throw new Refusal(`The PostgreSQL server of DATABASE_URL ${what}: ${error.message || error.code}`);
  }
}

/** @param {string} serverUrl of a role that may create databases @param {string} database */
export async function createDatabaseIfMissing(serverUrl, database) {
  await withClient(withDatabase(serverUrl, 'postgres'), async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  });
}

/**
 * Undoes what `createDatabaseIfMissing` and `prepareDatabase` made; for tests.
 *
 * @param {string} serverUrl
 * @param {string} database
 */
export async function dropDatabaseAndRole(serverUrl, database) {
  await withClient(withDatabase(serverUrl, 'postgres'), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`);
    await client.query(`DROP ROLE IF EXISTS ${client.escapeIdentifier(applicationRoleOf(database))}`);
  });
}

/**
 * Brings a database to the state this checkout needs: migrations, job queue, application role.
 *
 * @param {string} ownerUrl
 * @param {string} applicationPassword
 * @returns {Promise<{ applicationUrl: string, applied: string[], warnings: string[] }>}
 */
export async function prepareDatabase(ownerUrl, applicationPassword) {
  const role = applicationRoleOf(databaseNameOf(ownerUrl));
  const migrated = await withClient(ownerUrl, async (client) => {
    const result = await migrate(client);
    await tellPlanner(client);
    await prepareJobQueue(client);
    await prepareApplicationRole(client, { role, password: applicationPassword });
    return result;
  });
  const applicationUrl = new URL(ownerUrl);
  applicationUrl.username = encodeURIComponent(role);
  applicationUrl.password = encodeURIComponent(applicationPassword);
  return { applicationUrl: applicationUrl.href, ...migrated };
}
