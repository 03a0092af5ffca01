import { isToldAnswer } from '@/lib/annotations/find-timeline-keys';
import type { Db } from '@/lib/db/client';
import { readDefinition } from '@/lib/surveys/stored-definition';
import { wordsOf } from '@/lib/widget/flow';

/** What one response holds beside scores and words. */
export interface ToldAnswers {
  kind: 'answer';
  id: string;
  /** The contact's name, null where it is unknown. */
  who: string | null;
  survey: { id: string; name: string } | null;
  /** What was chosen or scored, by question in the order of the survey, in the words that were asked. */
  answers: { question: string; chosen: string }[];
}

interface Found extends Omit<ToldAnswers, 'answers'> {
  versionId: string | null;
  answers: {
    key: string | null;
    text: string | null;
    choices: string[];
    score: number | null;
    /** The upper end of its own scale. */
    high: number | null;
  }[];
}

/** What was chosen in responses; choices are stored as keys, and the version that asked says what each means. */
export async function tellAnswers(db: Db, workspaceId: string, ids: string[]): Promise<ToldAnswers[]> {
  if (ids.length === 0) return [];
  const found = await db.$queryRaw<Found[]>`
    SELECT 'answer' AS kind, r.id, p.name AS who, r.survey_version_id AS "versionId",
      CASE WHEN v.id IS NOT NULL THEN jsonb_build_object('id', v.id, 'name', v.name) END AS survey, coalesce((
        SELECT jsonb_agg(jsonb_build_object('key', q.key, 'text', q.text, 'choices', a.choices,
          'score', a.score, 'high', q.scale_high)
          ORDER BY q.position, a.id)
        FROM answers a LEFT JOIN questions q ON q.workspace_id = a.workspace_id AND q.id = a.question_id
        WHERE a.workspace_id = r.workspace_id AND a.response_id = r.id AND ${isToldAnswer}), '[]') AS answers
    FROM responses r
      LEFT JOIN surveys v ON v.workspace_id = r.workspace_id AND v.id = r.survey_id
      LEFT JOIN contacts p ON p.workspace_id = r.workspace_id AND p.id = r.contact_id
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.id = ANY(${ids}::uuid[])`;
  const versions = await db.surveyVersion.findMany({
    where: { workspaceId, id: { in: found.flatMap(({ versionId }) => versionId ?? []) } },
    select: { id: true, definition: true },
  });
  const definitions = new Map(versions.map(({ id, definition }) => [id, readDefinition(definition)]));
  return found.map(({ versionId, answers, ...told }) => ({
    ...told,
    answers: answers.map(({ key, text, choices, score, high }) => {
      const asked = definitions.get(versionId ?? '')?.questions.find((question) => question.key === key);
      const chosen =
        score === null ? wordsOf(asked, choices) : `${score}${high === null ? '' : ` of ${high}`}`;
      return { question: asked?.text ?? text ?? 'A question that is gone', chosen };
    }),
  }));
}
