import type { Scope } from '@/lib/db/scope';
import type { Metric } from '@/lib/responses/schema';

/**
 * Sets scores of responses that are there already, for their author may still change them.
 * @returns the ids of the responses of which one became another.
 */
export async function replaceScores(
  scope: Scope,
  inputs: readonly { responseId: string; metric: Metric; score: number; answeredAt: Date }[],
): Promise<Set<string>> {
  if (inputs.length === 0) return new Set();
  const rows = await scope.run(
    (db) => db.$queryRaw<{ responseId: string }[]>`
      UPDATE answers a
      SET score = r.score, answered_at = r."answeredAt"
      FROM jsonb_to_recordset(${JSON.stringify(inputs)}::jsonb)
        AS r("responseId" uuid, metric text, score int, "answeredAt" timestamptz)
      WHERE a.workspace_id = ${scope.workspaceId}::uuid AND a.response_id = r."responseId"
        AND a.metric = r.metric::metric AND a.score <> r.score
      RETURNING a.response_id AS "responseId"`,
  );
  return new Set(rows.map(({ responseId }) => responseId));
}
