import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { prepareApplicationRole } from './application-role.mjs';
import { prepareJobQueue } from './job-queue-schema.mjs';
import { migrate } from './migrate.mjs';
import {
  createDatabaseIfMissing,
  dropDatabaseAndRole,
  prepareDatabase,
  requireDatabase,
  withClient,
  withDatabase,
} from './prepare.mjs';

let serverUrl: string;
let database: string;
let ownerUrl: string;
let owner: Client;
let migrations: string;

function writeMigration(name: string, sql: string) {
  fs.mkdirSync(path.join(migrations, name), { recursive: true });
  fs.writeFileSync(path.join(migrations, name, 'migration.sql'), sql);
}

async function connect(url: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

beforeEach(async () => {
  serverUrl = withDatabase(inject('templateDatabase').ownerUrl, 'postgres');
  database = `verbatim_prepare_${randomBytes(6).toString('hex')}`;
  ownerUrl = withDatabase(serverUrl, database);
  await createDatabaseIfMissing(serverUrl, database);
  owner = await connect(ownerUrl);
  migrations = fs.mkdtempSync(path.join(os.tmpdir(), 'verbatim-migrations-'));
});

afterEach(async () => {
  await owner.end();
  await dropDatabaseAndRole(serverUrl, database);
  await withClient(serverUrl, (client) => client.query(`DROP ROLE IF EXISTS ${database}_owner`));
  fs.rmSync(migrations, { recursive: true, force: true });
});

describe('migrate', () => {
  it('applies what is missing, in order, once, and records it as Prisma does', async () => {
    writeMigration('2_second', 'INSERT INTO words VALUES (1)');
    writeMigration('1_first', 'CREATE TABLE words (id int)');
    expect(await migrate(owner, migrations)).toEqual({ applied: ['1_first', '2_second'], warnings: [] });
    expect(await migrate(owner, migrations)).toEqual({ applied: [], warnings: [] });
    const { rows } = await owner.query(
      `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, applied_steps_count
       FROM _prisma_migrations ORDER BY migration_name LIMIT 1`,
    );
    // printf 'CREATE TABLE words (id int)' | sha256sum
    const checksum = '5eceeaf82dd1f16f21f82ee25aea58effb29c3f1d9cda44209acddd8530010c4';
    expect(rows).toEqual([{ migration_name: '1_first', checksum, finished: true, applied_steps_count: 1 }]);
  });

  it('names a migration that fails, undoes it, and refuses to go on from there', async () => {
    writeMigration('1_broken', 'CREATE TABLE half (id int); SELECT nothing_of_the_kind()');
    await expect(migrate(owner, migrations)).rejects.toThrow(
      /migration 1_broken failed: .*nothing_of_the_kind/,
    );
    expect((await owner.query("SELECT to_regclass('half') AS found")).rows).toEqual([{ found: null }]);
    await expect(migrate(owner, migrations)).rejects.toThrow(/1_broken failed before/);
  });

  it('says in one line that a migration was edited, or is not known here', async () => {
    writeMigration('1_first', 'CREATE TABLE words (id int)');
    writeMigration('2_second', 'CREATE TABLE others (id int)');
    await migrate(owner, migrations);
    writeMigration('1_first', 'CREATE TABLE words (id bigint)');
    fs.rmSync(path.join(migrations, '2_second'), { recursive: true });
    const { warnings } = await migrate(owner, migrations);
    expect(warnings).toEqual([
      expect.stringMatching(/1_first was edited/),
      expect.stringMatching(/2_second, which this checkout does not know/),
    ]);
  });

  it('is safe to run twice at the same time', async () => {
    writeMigration('1_first', 'CREATE TABLE words (id int); SELECT pg_sleep(0.1)');
    const other = await connect(ownerUrl);
    const results = await Promise.all([migrate(owner, migrations), migrate(other, migrations)]);
    await other.end();
    expect(results.flatMap(({ applied }) => applied)).toEqual(['1_first']);
  });
});

describe('prepareApplicationRole', () => {
  const prepare = async () => {
    await migrate(owner, migrations);
    await prepareJobQueue(owner);
    await prepareApplicationRole(owner, { role: `${database}_app`, password: 'secret' });
  };

  it('lets the application add to the audit trail and read it, not change it', async () => {
    writeMigration('1_audit', 'CREATE TABLE audit_entries (id int)');
    await prepare();
    const { rows } = await owner.query(
      `SELECT privilege_type FROM information_schema.role_table_grants
       WHERE grantee = $1 AND table_name = 'audit_entries' ORDER BY 1`,
      [`${database}_app`],
    );
    expect(rows.map((row) => row.privilege_type)).toEqual(['INSERT', 'SELECT']);
  });

  it('binds the application by row-level security, which the owner is not', async () => {
    writeMigration(
      '1_rows',
      `CREATE TABLE rows_of (workspace text);
       ALTER TABLE rows_of ENABLE ROW LEVEL SECURITY;
       CREATE POLICY own ON rows_of USING (workspace = current_setting('app.workspace', true));
       INSERT INTO rows_of VALUES ('a'), ('b')`,
    );
    await prepare();
    const url = new URL(ownerUrl);
    url.username = `${database}_app`;
    url.password = 'secret';
    const application = await connect(url.href);
    await application.query("SET app.workspace = 'a'");
    const seen = await application.query('SELECT workspace FROM rows_of');
    await application.end();
    expect(seen.rows).toEqual([{ workspace: 'a' }]);
    expect((await owner.query('SELECT workspace FROM rows_of')).rowCount).toBe(2);
  });

  it('refuses a role that goes round row-level security', async () => {
    await owner.query(`CREATE ROLE ${database}_app LOGIN BYPASSRLS`);
    await expect(prepare()).rejects.toThrow(/go round row-level security/);
  });
});

describe('prepareDatabase', () => {
  it('works for an owner who is no superuser, again and again, and says what such an owner lacks', async () => {
    const ordinary = `${database}_owner`;
    await owner.query(`CREATE ROLE ${ordinary} LOGIN PASSWORD 'own'`);
    await owner.query(`ALTER DATABASE ${database} OWNER TO ${ordinary}`);
    const url = new URL(ownerUrl);
    url.username = ordinary;
    url.password = 'own';
    await expect(prepareDatabase(url.href, 'first')).rejects.toThrow(/CREATEROLE/);
    await owner.query(`ALTER ROLE ${ordinary} CREATEROLE`);
    await prepareDatabase(url.href, 'first');
    const { applicationUrl } = await prepareDatabase(url.href, 'second');
    const application = await connect(applicationUrl);
    const { rows } = await application.query('SELECT current_user AS name');
    await application.end();
    expect(rows).toEqual([{ name: `${database}_app` }]);
  });
});

describe('requireDatabase', () => {
  it.each(['mysql://localhost/app', 'not an address', 'postgresql://localhost'])(
    'refuses %s',
    async (url) => {
      await expect(requireDatabase(url)).rejects.toThrow(/not of the form postgresql:/);
    },
  );

  it('says in one line why a server does not let us in', async () => {
    await expect(requireDatabase(withDatabase(serverUrl, 'no_such_database'))).rejects.toThrow(
      /^The PostgreSQL server of DATABASE_URL does not let us in: [^\n]*no_such_database/,
    );
  });

  it('says in one line that nothing answers', async () => {
    await expect(requireDatabase('postgresql://owner@127.0.0.1:1/app')).rejects.toThrow(
      /^The PostgreSQL server of DATABASE_URL cannot be reached: [^\n]*ECONNREFUSED/,
    );
  });
});
