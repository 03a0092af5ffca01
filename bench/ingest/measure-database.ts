import type { Client } from 'pg';

/** The tables that an import of comments with scores writes. */
const TABLES = ['accounts', 'responses', 'answers', 'feedback'] as const;

export interface Copied {
  table: (typeof TABLES)[number];
  rows: number;
  /** Into a table with the same columns, checks and indexes. */
  seconds: number;
  /** Into one that has the same foreign keys, too: what COPY into the very table takes. */
  secondsWithKeys: number;
}

/**
 * How long the database's own COPY takes for the rows that stand in the tables. It reads what COPY wrote on the server
 * before, so nothing is sent.
 */
export async function copyAgain(client: Client): Promise<Copied[]> {
  const copied: Copied[] = [];
  for (const table of TABLES) {
    const { file, rows } = await dump(client, table);
    const copy = async (keys: readonly string[]) => {
      await client.query(`CREATE TABLE ${table}_again (LIKE ${table} INCLUDING ALL)`);
      for (const key of keys) await client.query(`ALTER TABLE ${table}_again ADD ${key}`);
      await client.query('CHECKPOINT');
      const seconds = await timed(() => client.query(`COPY ${table}_again FROM '${file}' WITH (FORMAT csv)`));
      await client.query(`DROP TABLE ${table}_again`);
      return seconds;
    };
    const keys = await findForeignKeys(client, table);
    copied.push({ table, rows, seconds: await copy([]), secondsWithKeys: await copy(keys) });
  }
  return copied;
}

async function findForeignKeys(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(
    `SELECT pg_get_constraintdef(oid) AS key FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'f'`,
    [table],
  );
  return rows.map(({ key }) => key);
}

async function dump(client: Client, table: string): Promise<{ file: string; rows: number }> {
  const { rows } = await client.query<{ directory: string }>(
    `SELECT current_setting('data_directory') AS directory`,
  );
  const file = `${rows[0]?.directory}/${table}.bench.csv`;
  const { rowCount } = await client.query(`COPY ${table} TO '${file}' WITH (FORMAT csv)`);
  return { file, rows: rowCount ?? 0 };
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
