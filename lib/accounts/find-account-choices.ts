import type { Scope } from '@/lib/db/scope';

/** The plans and segments that accounts of the workspace have, by name. */
export async function findAccountChoices(scope: Scope): Promise<{ plans: string[]; segments: string[] }> {
  const { workspaceId } = scope;
  const rows = await scope.run(
    (db) => db.$queryRaw<{ field: 'plan' | 'segment'; value: string }[]>`
      SELECT DISTINCT 'plan' AS field, plan AS value FROM accounts
      WHERE workspace_id = ${workspaceId}::uuid AND plan <> ''
      UNION ALL
      SELECT DISTINCT 'segment', segment FROM accounts
      WHERE workspace_id = ${workspaceId}::uuid AND segment <> ''
      ORDER BY 1, 2`,
  );
  const valuesOf = (field: string) => rows.filter((row) => row.field === field).map((row) => row.value);
  return { plans: valuesOf('plan'), segments: valuesOf('segment') };
}
