import { Refusal } from '../steps/refusal.mjs';

/** Tables whose rows may be added and read, never changed or removed. */
const APPEND_ONLY_TABLES = ['audit_entries'];

/** @param {string} database @returns {string} the role that web and worker sign in as */
export const applicationRoleOf = (database) => `${database}_app`;

/**
 * Creates the ordinary role that web and worker sign in as, or brings it up to date. It owns nothing and is
 * bound by row-level security.
 *
 * @param {import('pg').Client} client connected as the owner, after migrations
 * @param {{ role: string, password: string }} application
 */
export async function prepareApplicationRole(client, { role, password }) {
  await createRole(client, role, password);
  await requireOrdinaryRole(client, role);
  const name = client.escapeIdentifier(role);
  for (const schema of ['public', 'pgboss']) {
    await client.query(`
      GRANT USAGE ON SCHEMA ${schema} TO ${name};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${name};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${name};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${name};
      ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${name};
      ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT USAGE, SELECT ON SEQUENCES TO ${name};
      ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT EXECUTE ON FUNCTIONS TO ${name}`);
  }
  await client.query(`REVOKE ALL ON TABLE _prisma_migrations FROM ${name}`);
  for (const table of APPEND_ONLY_TABLES) {
    const { rows } = await client.query('SELECT to_regclass($1) AS found', [`public.${table}`]);
    if (rows[0].found) await client.query(`REVOKE UPDATE, DELETE, TRUNCATE ON TABLE ${table} FROM ${name}`);
  }
}

async function createRole(client, role, password) {
  const name = client.escapeIdentifier(role);
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  const attributes = rowCount
    ? 'LOGIN'
    : 'LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION';
  try {
    await client.query(
      `${rowCount ? 'ALTER' : 'CREATE'} ROLE ${name} ${attributes} PASSWORD ${client.escapeLiteral(password)}`,
    );
  } catch (error) {
    if (error.code !== '42501') throw error;
    throw new Refusal(
      `The role of DATABASE_URL may not manage the role ${role}, which web and worker use: run ALTER ROLE ... CREATEROLE for it as the server's administrator.`,
    );
  }
}

/** A role of this name may have been made by others: what would undo row-level security is refused. */
async function requireOrdinaryRole(client, role) {
  const { rows } = await client.query(
    `SELECT rolsuper OR rolbypassrls OR pg_has_role(oid, current_user::regrole, 'MEMBER') AS is_privileged
     FROM pg_roles WHERE rolname = $1`,
    [role],
  );
  if (rows[0].is_privileged) {
    throw new Refusal(
      `The role ${role} has rights that go round row-level security: drop it and start again.`,
    );
  }
}
