import type { Scope } from '@/lib/db/scope';
import type { Metric } from '@/lib/responses/schema';
import { type SurveyState, stateOf } from '@/lib/surveys/get-survey';

export interface SurveyRow {
  id: string;
  name: string;
  metric: Metric | null;
  /** 'imported' for one that was asked elsewhere. */
  state: SurveyState | 'imported';
  responses: number;
  lastResponseAt: Date | null;
}

/** Surveys, newest first, a page of `pageSize` at a time. */
export async function findSurveys(
  scope: Scope,
  { page, pageSize = 50 }: { page: number; pageSize?: number },
): Promise<{ rows: SurveyRow[]; total: number }> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const total = await db.survey.count({ where: { workspaceId, archivedAt: null } });
    const found = await db.$queryRaw<
      (Omit<SurveyRow, 'state'> & { publicKey: string | null; closedAt: Date | null; isPublished: boolean })[]
    >`
      SELECT s.id, s.name, s.metric::text, s.public_key AS "publicKey", s.closed_at AS "closedAt",
        EXISTS (SELECT 1 FROM survey_versions v WHERE v.workspace_id = s.workspace_id AND v.survey_id = s.id
          AND v.published_at IS NOT NULL) AS "isPublished",
        coalesce(r.n, 0)::int AS responses, r.latest AS "lastResponseAt"
      FROM surveys s
        LEFT JOIN LATERAL (
          SELECT count(*) AS n, max(submitted_at) AS latest FROM responses r
          WHERE r.workspace_id = s.workspace_id AND r.survey_id = s.id) r ON true
      WHERE s.workspace_id = ${workspaceId}::uuid AND s.archived_at IS NULL
      ORDER BY s.created_at DESC, s.id DESC
      LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
    const rows = found.map(({ publicKey, closedAt, isPublished, ...row }) => ({
      ...row,
      state: publicKey === null ? ('imported' as const) : stateOf(closedAt, isPublished),
    }));
    return { rows, total };
  });
}
