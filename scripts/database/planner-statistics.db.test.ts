import { expect, inject, it } from 'vitest';
import { withClient } from './prepare.mjs';

it('has the planner take a workspace for a large part of every table, also after the database learnt of the rest', async () => {
  const { rows } = await withClient(inject('templateDatabase').ownerUrl, async (client) => {
    await client.query('ANALYZE');
    return client.query(`
      SELECT c.relname AS name, s.n_distinct AS parts
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
        LEFT JOIN pg_stats s ON s.schemaname = 'public' AND s.tablename = c.relname AND s.attname = a.attname
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`);
  });
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.filter(({ parts }) => parts !== 4)).toEqual([]);
});
