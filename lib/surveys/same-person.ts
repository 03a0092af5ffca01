import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { ANSWER_WITHIN_MS } from '@/lib/surveys/response-times';

/** Makes what is done for one person wait for what is under way for them: two tabs, two devices. */
export async function lockPerson(db: Db, workspaceId: string, contactId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${workspaceId + contactId}, 0))`;
}

/** A survey and the person it is shown to. */
interface ShownTo {
  surveyId: string;
  contactId: string;
}

/**
 * The response that a known person has before them and has not begun, in another tab or on another device: the survey was
 * shown to them within the day. Null where there is none.
 */
export async function findOpenShowing(
  scope: Scope,
  { surveyId, contactId }: ShownTo,
  now: Date,
): Promise<string | null> {
  const since = new Date(now.getTime() - ANSWER_WITHIN_MS);
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ id: string }[]>`
      SELECT i.id::text FROM impressions i
      WHERE i.workspace_id = ${scope.workspaceId}::uuid AND i.survey_id = ${surveyId}::uuid
        AND i.contact_id = ${contactId}::uuid AND i.shown_at >= ${since} AND i.shown_at <= ${now}
        AND NOT EXISTS (SELECT 1 FROM responses r WHERE r.workspace_id = i.workspace_id AND r.id = i.id)
      ORDER BY i.shown_at DESC, i.id LIMIT 1`,
  );
  return row?.id ?? null;
}

/**
 * Another response of the same person to the same survey, begun within the day before and not finished when this one was
 * shown: the two are one. Null where there is none, or this one has rows of its own already.
 */
export async function findTwin(
  scope: Scope,
  { surveyId, contactId, responseId, shownAt }: ShownTo & { responseId: string; shownAt: Date },
): Promise<string | null> {
  const since = new Date(shownAt.getTime() - ANSWER_WITHIN_MS);
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ id: string }[]>`
      SELECT r.id::text FROM responses r
      WHERE r.workspace_id = ${scope.workspaceId}::uuid AND r.survey_id = ${surveyId}::uuid
        AND r.contact_id = ${contactId}::uuid AND r.suspect_reason IS NULL
        AND r.submitted_at >= ${since} AND (r.completed_at IS NULL OR r.completed_at > ${shownAt})
        AND NOT EXISTS (
          SELECT 1 FROM responses own WHERE own.workspace_id = r.workspace_id AND own.id = ${responseId}::uuid)
      ORDER BY r.submitted_at DESC, r.id LIMIT 1`,
  );
  return row?.id ?? null;
}
