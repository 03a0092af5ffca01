import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { openRedactor } from '@/lib/feedback/open-redactor';
import { enqueue } from '@/lib/jobs/queue';
import type { ResponseInput } from '@/lib/responses/schema';

/** Answers come in batches; scores are judged once for all of them. */
const SETTLE_SECONDS = 30;

/**
 * Writes responses with their scores, and their other fields redacted. One whose (source, external id) is there already is left as it is.
 * @returns the ids of all of them by external id, which of these were added, and the inputs whose identifier is that of
 *   a response with other answers: these are not repetitions.
 */
export async function recordResponses(
  scope: Scope,
  inputs: ResponseInput[],
): Promise<{ ids: Map<string, string>; added: Set<string>; conflicting: Set<ResponseInput> }> {
  const { workspaceId } = scope;
  if (inputs.length === 0) return { ids: new Map(), added: new Set(), conflicting: new Set() };
  return scope.run(async (db, inner) => {
    const redactor = await openRedactor(inner, {
      texts: inputs.flatMap(({ custom }) => Object.values(custom ?? {})),
      contactIds: inputs.flatMap(({ contactId }) => contactId ?? []),
    });
    const rows = inputs.map(({ scores: _, chosen: __, ...row }) => ({
      ...row,
      id: newId(),
      custom: redactor.redactFields(row.custom ?? {}),
    }));
    // One parameter for the whole batch and one row of ids back: no limit of rows, and nothing to be done for each.
    const [inserted] = await inner.runSql<{ count: string; ids: string[] | null }>(
      `WITH added AS (
        INSERT INTO responses (
          workspace_id, id, source_id, external_id, survey_id, survey_version_id, contact_id, account_id, import_id,
          submitted_at, custom
        )
        SELECT $1::uuid, r.id, r."sourceId", r."externalId", r."surveyId", r."surveyVersionId",
          r."contactId", r."accountId", r."importId", r."submittedAt", r.custom
        FROM json_to_recordset($2::json) AS r(
          id uuid, "sourceId" uuid, "externalId" text, "surveyId" uuid, "surveyVersionId" uuid, "contactId" uuid,
          "accountId" uuid, "importId" uuid, "submittedAt" timestamptz, custom jsonb
        )
        ON CONFLICT (workspace_id, source_id, external_id) DO NOTHING
        RETURNING id
      )
      SELECT count(*) AS count, CASE WHEN count(*) < $3::int THEN array_agg(id) END AS ids FROM added`,
      [workspaceId, JSON.stringify(rows), String(rows.length)],
    );
    // Which ones is told where it is not all of them.
    const newIds = new Set(
      Number(inserted?.count) === rows.length ? rows.map(({ id }) => id) : inserted?.ids,
    );
    const ids = new Map(
      rows.flatMap(({ id, externalId }) => (newIds.has(id) ? [[externalId, id] as const] : [])),
    );
    const added = new Set(ids.keys());
    // Answers without a word go by no reader of texts that would hand over to the alerts.
    if (added.size > 0) {
      await enqueue(inner, 'alerts.evaluate', {}, { startAfterSeconds: SETTLE_SECONDS });
    }
    await writeAnswers(inner, inputs, ids);
    const answersOf = new Map<string, string>();
    const conflicting = new Set<ResponseInput>();
    for (const { externalId, id, answers } of await findKnown(
      db,
      workspaceId,
      inputs.filter((input) => !ids.has(input.externalId)),
    )) {
      ids.set(externalId, id);
      answersOf.set(externalId, writeOut(answers));
    }
    for (const input of inputs) {
      const given = writeOut([...input.scores, ...(input.chosen ?? [])]);
      const known = answersOf.get(input.externalId) ?? given;
      answersOf.set(input.externalId, known);
      if (known !== given) conflicting.add(input);
    }
    return { ids, added, conflicting };
  });
}

interface WrittenAnswer {
  questionId?: string | null | undefined;
  metric?: string | null;
  score?: number | null;
  choices?: readonly string[];
}

/** Answers in an order and a form of their own, so that two responses can be compared. */
function writeOut(answers: readonly WrittenAnswer[]): string {
  const written = answers.map(({ questionId, metric, score, choices = [] }) =>
    JSON.stringify([questionId ?? null, metric ?? null, score ?? null, choices]),
  );
  return written.sort().join();
}

/** Responses that were there before, with their answers. */
async function findKnown(
  db: Db,
  workspaceId: string,
  inputs: readonly ResponseInput[],
): Promise<{ id: string; externalId: string; answers: WrittenAnswer[] }[]> {
  if (inputs.length === 0) return [];
  const sourceIds = [...new Set(inputs.map(({ sourceId }) => sourceId))];
  const externalIds = inputs.map(({ externalId }) => externalId);
  return db.$queryRaw<{ id: string; externalId: string; answers: WrittenAnswer[] }[]>`
    SELECT r.id, r.external_id AS "externalId", coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'questionId', a.question_id, 'metric', a.metric, 'score', a.score, 'choices', a.choices))
      FROM answers a WHERE a.workspace_id = r.workspace_id AND a.response_id = r.id), '[]') AS answers
    FROM responses r
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.source_id = ANY(${sourceIds}::uuid[])
      AND r.external_id = ANY(${externalIds}::text[])`;
}

/** The answers of the responses that were added, one row each. */
async function writeAnswers(scope: Scope, inputs: ResponseInput[], ids: Map<string, string>): Promise<void> {
  const written = new Set<string>();
  const rows = inputs.flatMap(({ externalId, submittedAt, scores, chosen = [] }) => {
    const responseId = ids.get(externalId);
    // Of inputs with one identifier the first is the one that was added.
    if (!responseId || written.has(externalId)) return [];
    written.add(externalId);
    return [...scores, ...chosen].map((answer) => ({
      id: newId(),
      responseId,
      choices: [],
      ...answer,
      answeredAt: submittedAt,
    }));
  });
  if (rows.length === 0) return;
  await scope.runSql(
    `INSERT INTO answers (workspace_id, id, response_id, question_id, metric, score, choices, answered_at)
    SELECT $1::uuid, r.id, r."responseId", r."questionId", r.metric::metric, r.score,
      r.choices, r."answeredAt"
    FROM json_to_recordset($2::json) AS r(
      id uuid, "responseId" uuid, "questionId" uuid, metric text, score float8, choices text[], "answeredAt" timestamptz
    )`,
    [scope.workspaceId, JSON.stringify(rows)],
  );
}
