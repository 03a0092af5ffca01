import { newId } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { Prisma } from '@/lib/db/client';
import { pickFields } from '@/lib/surveys/hidden-fields';
import { parseAnswer } from '@/lib/surveys/parse-answer';
import type { PlainSurvey } from '@/lib/surveys/plain-survey';
import { EDIT_WITHIN_MS, FINISH_WITHIN_MS } from '@/lib/surveys/response-times';
import { FASTEST_ANSWER_MS } from '@/lib/surveys/suspicion';
import type { AnswersRequest } from '@/lib/surveys/widget-requests';
import type { Answers, Definition } from '@/lib/widget/definition';
import { pathOf } from '@/lib/widget/flow';

/** Saves written in one transaction at most. */
const MOST_AT_ONCE = 200;
/** Transactions of one survey at a time, and how many saves must wait for another one to begin. */
const MOST_TRANSACTIONS = 4;
const WORTH_A_TRANSACTION = 16;

/** What has waited longer in a browser may have been given before the survey closed, and is dated with more care. */
const LONGEST_WAIT_MS = 60_000;

/** Longer than this, the database is busy or has a bad plan. */
const SLOW_MS = 20;
const SLOW_MS_PER_SAVE = 0.5;
let isSlow = true;

/** A save of nothing but scores and choices, by nobody known. */
interface PlainSave {
  id: string;
  revision: number;
  isDone: boolean;
  givenAt: Date;
  startedAt: Date;
  channel: string;
  language: string;
  answers: {
    id: string;
    questionId: string;
    metric: string | null;
    score: number | null;
    choices: string[];
  }[];
}

interface Waiting {
  save: PlainSave;
  settle: (isSaved: boolean) => void;
}

interface Queue {
  waiting: Waiting[];
  /** Transactions under way. */
  writers: number;
}

/** By version of a survey: what waits while others are being written. */
const queues = new Map<string, Queue>();

/**
 * Saves answers of nobody known that are scores and choices alone, together with all that arrive while others are being
 * written: one transaction for many, each acknowledged after its commit. The rows are those of `saveAnswers`.
 * @returns false where they are not so plain, or the response is not new and not simply to be gone on with: nothing was
 * written then, and `saveAnswers` is to look at them.
 */
export async function savePlainAnswers(
  survey: PlainSurvey,
  request: AnswersRequest,
  now: Date,
): Promise<boolean> {
  const save = toPlainSave(survey, request, now);
  if (!save) return false;
  return new Promise((settle) => {
    const queue = queues.get(survey.versionId) ?? { waiting: [], writers: 0 };
    queues.set(survey.versionId, queue);
    queue.waiting.push({ save, settle });
    const isMuch = queue.waiting.length >= WORTH_A_TRANSACTION && queue.writers < MOST_TRANSACTIONS;
    if (queue.writers === 0 || isMuch) void writeAll(survey, queue);
  });
}

function toPlainSave(survey: PlainSurvey, request: AnswersRequest, now: Date): PlainSave | null {
  const { answers, token, elapsedMs, waitedMs, fields, responseId, isDone, channel, language } = request;
  if (token || elapsedMs < FASTEST_ANSWER_MS || waitedMs > LONGEST_WAIT_MS) return null;
  if ((request.version ?? survey.versionNumber) !== survey.versionNumber) return null;
  // Who waits to be told of the end of a response is told in its transaction.
  if (isDone && survey.isListenedTo) return null;
  if (Object.keys(pickFields(survey.definition.fields, fields)).length > 0) return null;
  const plain: PlainSave['answers'] = [];
  const given: Answers = {};
  for (const [key, raw] of Object.entries(answers)) {
    const asked = survey.questions.get(key);
    // What is no question of this version is passed over.
    if (!asked) continue;
    const { question, metric } = asked;
    const answer = parseAnswer(question, raw);
    if (answer === null || question.kind === 'short_text' || question.kind === 'long_text') return null;
    given[key] = answer;
    const score = typeof answer === 'number' ? answer : null;
    const choices = typeof answer === 'number' ? [] : [answer].flat();
    plain.push({ id: newId(), questionId: asked.id, metric, score, choices });
  }
  if (survey.hasLogic && isOffPath(survey.definition, given)) return null;
  const givenAt = now.getTime() - waitedMs;
  return {
    ...{ id: responseId, isDone, channel, language: language ?? survey.definition.language },
    ...{ revision: request.revision, answers: plain },
    ...{ givenAt: new Date(givenAt), startedAt: new Date(givenAt - elapsedMs) },
  };
}

/** Whether something was said that these answers do not lead to: it does not count, see `off-path.ts`. */
function isOffPath(definition: Definition, given: Answers): boolean {
  const path = new Set(pathOf(definition, given).map(({ key }) => key));
  return Object.keys(given).some((key) => !path.has(key));
}

/** Writes what waits for a survey, transaction after transaction, until nothing does. */
async function writeAll(survey: PlainSurvey, queue: Queue): Promise<void> {
  queue.writers++;
  // Requests that were read in the same turn go together.
  await new Promise((resolve) => setImmediate(resolve));
  while (queue.waiting.length > 0) {
    const batch = takeBatch(queue.waiting);
    let saved = new Set<string>();
    try {
      saved = await write(
        survey,
        batch.map(({ save }) => save),
      );
    } catch (error) {
      // Each is looked at by itself, and its own fault, if it has one, is told to it alone.
      log().warn({ error: String(error), saves: batch.length }, 'answers could not be saved together');
    }
    for (const { save, settle } of batch) settle(saved.has(save.id));
  }
  queue.writers--;
  if (queue.writers === 0) queues.delete(survey.versionId);
}

/** The next ones; of two saves of one response the second comes later. */
function takeBatch(queue: Waiting[]): Waiting[] {
  const batch: Waiting[] = [];
  const ids = new Set<string>();
  while (queue.length > 0 && batch.length < MOST_AT_ONCE) {
    const [next] = queue;
    if (!next || ids.has(next.save.id)) break;
    ids.add(next.save.id);
    batch.push(next);
    queue.shift();
  }
  return batch;
}

/** @returns the ids of what was written. */
async function write(survey: PlainSurvey, saves: PlainSave[]): Promise<Set<string>> {
  const { scope, id: surveyId, versionId, sourceId } = survey;
  const { workspaceId } = scope;
  const now = new Date();
  const wasSlow = isSlow;
  const responses = JSON.stringify(saves.map(({ answers: _, ...response }) => response));
  const answers = JSON.stringify(
    saves.flatMap(({ id: responseId, answers: given }) => given.map((each) => ({ responseId, ...each }))),
  );
  const insert = Prisma.sql`, given AS MATERIALIZED (
      SELECT s.* FROM entered CROSS JOIN jsonb_to_recordset(${responses}::jsonb) AS s (
        id uuid, revision int, "isDone" boolean, "startedAt" timestamptz, "givenAt" timestamptz, channel text, language text)
      -- The lock of saveAnswers: a response that is being saved there is left to it.
      WHERE pg_try_advisory_xact_lock(hashtextextended(${workspaceId} || s.id::text, 0))
    ), saved AS (
      INSERT INTO responses AS r (workspace_id, id, source_id, external_id, survey_id, survey_version_id,
        submitted_at, started_at, completed_at, channel, language, revision)
      SELECT ${workspaceId}::uuid, id, ${sourceId}::uuid, id::text, ${surveyId}::uuid, ${versionId}::uuid,
        "givenAt", "startedAt", CASE WHEN "isDone" THEN "givenAt" END, channel, language, revision
      FROM given
      ON CONFLICT (workspace_id, id) DO UPDATE SET
        submitted_at = greatest(r.submitted_at, excluded.submitted_at),
        completed_at = coalesce(r.completed_at, excluded.completed_at), revision = excluded.revision
      WHERE NOT ${survey.hasLogic}::boolean AND r.survey_version_id = excluded.survey_version_id AND r.contact_id IS NULL
        AND r.suspect_reason IS NULL AND r.revision < excluded.revision
        AND excluded.submitted_at <= coalesce(r.completed_at + ${EDIT_WITHIN_MS} * interval '1 ms',
          r.submitted_at + ${FINISH_WITHIN_MS} * interval '1 ms')
      RETURNING r.id, r.submitted_at
    ), answered AS (
      INSERT INTO answers AS w (workspace_id, id, response_id, question_id, metric, score, choices, answered_at)
      SELECT ${workspaceId}::uuid, a.id, a."responseId", a."questionId", a.metric, a.score, a.choices, saved.submitted_at
      FROM jsonb_to_recordset(${answers}::jsonb) AS a (
          id uuid, "responseId" uuid, "questionId" uuid, metric metric, score int, choices text[])
        JOIN saved ON saved.id = a."responseId"
      ON CONFLICT (workspace_id, response_id, question_id) DO UPDATE
        SET metric = excluded.metric, score = excluded.score, choices = excluded.choices
    )
    SELECT id::text FROM saved`;
  // The database plans the checks of foreign keys once a session: those of a table that was empty then read the whole
  // workspace for each row, until the table's next ANALYZE. Planning anew takes some milliseconds, so it is done where
  // the last time was slow.
  const rows = wasSlow
    ? await scope.run(async (db, inner) => {
        await db.$executeRaw`DISCARD PLANS`;
        return inner.runStatement<{ id: string }>(insert);
      })
    : await scope.runStatement<{ id: string }>(insert);
  isSlow = Date.now() - now.getTime() > SLOW_MS + SLOW_MS_PER_SAVE * saves.length;
  return new Set(rows.map(({ id }) => id));
}
