import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { besidePlace, type Cursor, cutPage, type KeysetPage } from '@/lib/responses/keyset-page';
import { readHeldAnswers } from '@/lib/surveys/held-answers';
import { readFields } from '@/lib/surveys/hidden-fields';
import { type ResponseSelection, selectionWhere } from '@/lib/surveys/response-selection';
import type { Answers } from '@/lib/widget/definition';

export interface SurveyResponseRow {
  id: string;
  /** When its first question was shown; null: nobody knows. */
  startedAt: Date | null;
  submittedAt: Date;
  completedAt: Date | null;
  channel: string | null;
  language: string | null;
  suspectReason: string | null;
  /** Which version was asked; its words, privacy text and consent are the version's for good. */
  versionNumber: number | null;
  accountId: string | null;
  accountName: string | null;
  /** By name, or else by what is known of them: address, number, the customer's own key. */
  contactName: string | null;
  contactId: string | null;
  /** Scores and choices by question; of a suspect response, all that it holds. */
  answers: Answers;
  /** What was said to questions that the other answers do not lead to: it does not count. */
  setAside: Answers;
  /** Of imported surveys, whose questions we do not know. */
  scores: { metric: string; score: number }[];
  /** `question` is the key of what it answers, where it says so. */
  texts: { feedbackId: string; question: string | null; excerpt: string; language: string | null }[];
  /** Hidden fields by name. */
  fields: Record<string, string>;
}

type Found = Omit<SurveyResponseRow, 'answers' | 'setAside' | 'scores' | 'fields'> & {
  custom: Prisma.JsonValue;
  heldAnswers: Prisma.JsonValue;
  answers: { key: string | null; metric: string | null; score: number | null; choices: string[] }[];
};

/** Letters of a text in a list. */
const EXCERPT_LENGTH = 300;

/** One page of a survey's responses, newest first, paged by key: stable while rows arrive. */
export async function findSurveyResponses(
  scope: Scope,
  surveyId: string,
  selection: ResponseSelection,
  cursor: Cursor | null,
  pageSize = 25,
): Promise<KeysetPage<SurveyResponseRow>> {
  const { place, order } = besidePlace(cursor, { at: Prisma.sql`r.submitted_at`, id: Prisma.sql`r.id` });
  const found = await findRows(scope, {
    where: Prisma.sql`${selectionWhere(scope.workspaceId, surveyId, selection)} AND ${place}`,
    order,
    most: pageSize + 1,
    excerptLength: EXCERPT_LENGTH,
  });
  return cutPage(found, cursor, pageSize, ({ submittedAt, id }) => ({ at: submittedAt, id }));
}

/** The responses of a selection, newest first, by id. */
export async function findResponseIds(
  scope: Scope,
  surveyId: string,
  selection: ResponseSelection,
): Promise<string[]> {
  const rows = await scope.run(
    (db) => db.$queryRaw<{ id: string }[]>`
      SELECT r.id::text FROM responses r WHERE ${selectionWhere(scope.workspaceId, surveyId, selection)}
      ORDER BY r.submitted_at DESC, r.id DESC`,
  );
  return rows.map(({ id }) => id);
}

/** Responses with the whole of their texts, in the order of their ids; what was erased meanwhile is left out. */
export async function findWholeResponses(scope: Scope, ids: readonly string[]): Promise<SurveyResponseRow[]> {
  const rows = await findRows(scope, {
    where: Prisma.sql`r.workspace_id = ${scope.workspaceId}::uuid AND r.id = ANY (${ids}::uuid[])`,
    order: Prisma.sql`array_position(${ids}::uuid[], r.id)`,
    most: ids.length,
    excerptLength: null,
  });
  return rows;
}

async function findRows(
  scope: Scope,
  {
    where,
    order,
    most,
    excerptLength,
  }: { where: Prisma.Sql; order: Prisma.Sql; most: number; excerptLength: number | null },
): Promise<SurveyResponseRow[]> {
  const found = await scope.run(
    (db) => db.$queryRaw<Found[]>`
      SELECT r.id, r.started_at AS "startedAt", r.submitted_at AS "submittedAt", r.completed_at AS "completedAt",
        r.channel, r.language, r.suspect_reason AS "suspectReason", r.held_answers AS "heldAnswers", r.custom,
        v.number AS "versionNumber", r.account_id AS "accountId", c.name AS "accountName", r.contact_id AS "contactId",
        coalesce(p.name, p.email, p.phone, p.external_id) AS "contactName",
        coalesce((
          SELECT jsonb_agg(jsonb_build_object('key', q.key, 'metric', w.metric, 'score', w.score, 'choices', w.choices)
            ORDER BY q.position)
          FROM answers w LEFT JOIN questions q ON q.workspace_id = w.workspace_id AND q.id = w.question_id
          WHERE w.workspace_id = r.workspace_id AND w.response_id = r.id), '[]') AS answers,
        coalesce((
          SELECT jsonb_agg(jsonb_build_object('feedbackId', f.id, 'excerpt', coalesce(left(f.text, ${excerptLength}::int), f.text),
            'question', substring(f.external_id FROM ':([^:]*)$'), 'language', f.language)
            ORDER BY f.occurred_at, f.id)
          FROM feedback f WHERE f.workspace_id = r.workspace_id AND f.response_id = r.id), '[]') AS texts
      FROM responses r
        LEFT JOIN accounts c ON c.workspace_id = r.workspace_id AND c.id = r.account_id
        LEFT JOIN survey_versions v ON v.workspace_id = r.workspace_id AND v.id = r.survey_version_id
        LEFT JOIN contacts p ON p.workspace_id = r.workspace_id AND p.id = r.contact_id
      WHERE ${where}
      ORDER BY ${order}
      LIMIT ${most}`,
  );
  return found.map(toRow);
}

/** How many responses a selection has. */
export async function countSurveyResponses(
  scope: Scope,
  surveyId: string,
  selection: ResponseSelection,
): Promise<number> {
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM responses r
      WHERE ${selectionWhere(scope.workspaceId, surveyId, selection)}`,
  );
  return row?.n ?? 0;
}

function toRow({ heldAnswers, custom, answers: stored, ...row }: Found): SurveyResponseRow {
  const held = readHeldAnswers(heldAnswers);
  const isSuspect = row.suspectReason !== null;
  const answers = isSuspect ? held : {};
  for (const { key, score, choices } of stored) {
    if (key === null) continue;
    if (score !== null) answers[key] = score;
    else if (choices.length > 0) answers[key] = choices;
  }
  const scores = stored.flatMap(({ key, metric, score }) =>
    key === null && metric !== null && score !== null ? [{ metric, score }] : [],
  );
  return { ...row, answers, setAside: isSuspect ? {} : held, scores, fields: readFields(custom) };
}
