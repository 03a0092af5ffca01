import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/** A field with more values than this tells accounts apart one by one, which is what a search is for. */
const MOST_VALUES = 30;
const MOST_CHOICES = 300;

/** The name and the value of a field in an address, "region=North"; a value may hold "=", too. */
function splitField(field: string): { name: string; value: string } {
  const cut = field.indexOf('=');
  return { name: field.slice(0, cut), value: field.slice(cut + 1) };
}

/** Whether an account, under the alias given, has this value of a field of the workspace's own. */
export function hasField(alias: Prisma.Sql, field: string): Prisma.Sql {
  const { name, value } = splitField(field);
  return Prisma.sql`${alias}.custom ->> ${name} = ${value}`;
}

/** The same for the client's own filters. Values of these fields are texts. */
export function fieldWhere(field: string): Prisma.AccountWhereInput {
  const { name, value } = splitField(field);
  return { custom: { path: [name], equals: value } };
}

/** The fields that tell groups of accounts apart, with their values, by name: what a list may be narrowed to. */
export async function findCustomChoices(scope: Scope): Promise<{ value: string; name: string }[]> {
  const { workspaceId } = scope;
  const rows = await scope.run(
    (db) => db.$queryRaw<{ key: string; value: string; label: string }[]>`
      WITH pair AS (
        SELECT DISTINCT e.key, e.value FROM accounts c CROSS JOIN LATERAL jsonb_each_text(c.custom) e
        WHERE c.workspace_id = ${workspaceId}::uuid AND e.value <> '' AND position('=' IN e.key) = 0),
      field AS (SELECT key FROM pair GROUP BY key HAVING count(*) BETWEEN 2 AND ${MOST_VALUES})
      SELECT pair.key, pair.value, coalesce(f.label, pair.key) AS label
      FROM pair JOIN field USING (key)
        LEFT JOIN custom_fields f ON f.workspace_id = ${workspaceId}::uuid AND f.subject = 'account' AND f.key = pair.key
      ORDER BY 3, 2 LIMIT ${MOST_CHOICES}`,
  );
  return rows.map(({ key, value, label }) => ({ value: `${key}=${value}`, name: `${label}: ${value}` }));
}

/** The fields that tell groups of accounts apart. */
export async function findGroupingFields(scope: Scope): Promise<{ key: string; label: string }[]> {
  const choices = await findCustomChoices(scope);
  const fields = new Map(
    choices.map(({ value, name }) => {
      const field = splitField(value);
      return [field.name, name.slice(0, name.length - field.value.length - 2)];
    }),
  );
  return [...fields].map(([key, label]) => ({ key, label }));
}
