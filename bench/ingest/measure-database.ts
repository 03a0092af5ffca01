import type { Client } from 'pg';

/** The tables that an import of comments with scores writes. */
const TABLES = ['accounts', 'responses', 'answers', 'feedback'] as const;

/**
 * Seconds that the database's own COPY takes for the rows that stand in these tables, each into a table with the same columns,
 * checks and indexes. It reads what COPY wrote on the server before, so nothing is sent.
 */
export async function copyAgain(client: Client): Promise<Record<string, number>> {
  const seconds: Record<string, number> = {};
  for (const table of TABLES) {
    const file = await dump(client, table);
    await client.query(`CREATE TABLE ${table}_again (LIKE ${table} INCLUDING ALL)`);
    await client.query('CHECKPOINT');
    seconds[table] = await timed(() => client.query(`COPY ${table}_again FROM '${file}' WITH (FORMAT csv)`));
    await client.query(`DROP TABLE ${table}_again`);
  }
  return seconds;
}

async function dump(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ directory: string }>(
    `SELECT current_setting('data_directory') AS directory`,
  );
  const file = `${rows[0]?.directory}/${table}.bench.csv`;
  await client.query(`COPY ${table} TO '${file}' WITH (FORMAT csv)`);
  return file;
}

/** Seconds that one INSERT for each row takes, each its own transaction, as a simple program writes. */
export async function insertOneByOne(client: Client, count: number): Promise<number> {
  await client.query('CREATE TABLE feedback_one (LIKE feedback INCLUDING ALL)');
  const { rows } = await client.query(
    'SELECT workspace_id, id, source_id, external_id, channel, account_id, response_id, import_id, text, text_hash, custom, occurred_at FROM feedback LIMIT $1',
    [count],
  );
  return timed(async () => {
    for (const row of rows) {
      await client.query(
        `INSERT INTO feedback_one (workspace_id, id, source_id, external_id, channel, account_id, response_id, import_id,
           text, text_hash, custom, occurred_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        Object.values(row),
      );
    }
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
