import { mentionIsProblem } from '@/lib/annotations/mention-sql';
import { Prisma } from '@/lib/db/client';
import type { DrivenMetric } from '@/lib/stats/answer-value';
import { themePlaces } from '@/lib/themes/theme-places';

/**
 * The responses with a score of a metric that have words, as a query: `response_id`, `answered_at`, `score`, whose it is (`person_id`, the contact
 * or nobody else's), `contact_id`, and the ids of the `themes` it complains of: sub-themes, and those at the top with their sub-themes.
 */
export function scoredResponses(workspaceId: string, metric: DrivenMetric): Prisma.Sql {
  return Prisma.sql`
    SELECT r.id AS response_id, r.contact_id, coalesce(r.contact_id, r.id) AS person_id, w.answered_at, w.score,
      coalesce(array_agg(DISTINCT shown.theme_id) FILTER (WHERE shown.theme_id IS NOT NULL AND ${mentionIsProblem}), '{}')
        AS themes
    FROM responses r
      JOIN answers w ON w.workspace_id = r.workspace_id AND w.response_id = r.id AND w.metric = ${metric}::metric
      JOIN feedback f ON f.workspace_id = r.workspace_id AND f.response_id = r.id AND f.kind IS DISTINCT FROM 'no_content'
      LEFT JOIN spans s ON s.workspace_id = f.workspace_id AND s.feedback_id = f.id
      LEFT JOIN theme_assignments a ON a.workspace_id = s.workspace_id AND a.span_id = s.id
      LEFT JOIN ${themePlaces(workspaceId)} place ON place.theme_id = a.theme_id
      LEFT JOIN LATERAL (VALUES (place.branch_id), (place.head_id)) shown (theme_id) ON true
    WHERE r.workspace_id = ${workspaceId}::uuid
    GROUP BY r.id, r.contact_id, w.id, w.answered_at, w.score`;
}
