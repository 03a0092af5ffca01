/** Of how many workspaces of like size each is taken to be one. */
const LIKE_WORKSPACES = 4;

/**
 * Tells the database's planner that a workspace is a large part of every table. Left to itself it learns that only when a tenth of
 * a table has changed, and without statistics it takes each for one of two hundred: for a workspace that has just been filled
 * it then expects a row or none and joins row by row, minutes instead of a fraction of a second. To expect too many
 * costs little: some rows are read that need not be. PostgreSQL before 18 cannot be told; there it stays one of two hundred.
 *
 * @param {import('pg').Client} client of the role that owns the tables
 */
export async function tellPlanner(client) {
  const { rows } = await client.query(`
    SELECT c.relname AS name, a.attstattarget AS target,
      current_setting('server_version_num')::int AS version
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`);
  for (const { name, target, version } of rows) {
    // What is told would be learnt over.
    if (target !== 0) {
      const table = client.escapeIdentifier(name);
      await client.query(`ALTER TABLE ${table} ALTER COLUMN workspace_id SET STATISTICS 0`);
    }
    if (version < 180000) continue;
    await client.query(
      `SELECT pg_restore_attribute_stats('schemaname', 'public', 'relname', $1::text, 'attname', 'workspace_id',
        'inherited', false, 'version', $2::int, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', $3::real)`,
      [name, version, LIKE_WORKSPACES],
    );
  }
}
