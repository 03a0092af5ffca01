import { Prisma } from '@/lib/db/client';

/** More would teach little and take long: they are chosen by the hash of their text, which is as good as at random. */
const MOST_LABELS = 20_000;
const MOST_RATINGS = 5000;

const asOf = (moment: Prisma.Sql, until: Date | null): Prisma.Sql =>
  until ? Prisma.sql`${moment} <= ${until}` : Prisma.sql`true`;

/** What people said of texts. @param until what was known then; null for now */
export const selectLabels = (workspaceId: string, until: Date | null = null): Prisma.Sql => Prisma.sql`
    SELECT f.id, f.text, f.language, a.label, coalesce(a.start, s.start) AS start, coalesce(a."end", s."end") AS "end",
      coalesce(f.contact_id, f.conversation_id, f.response_id, f.id)::text AS group,
      s.id IS NULL AND EXISTS (
        SELECT 1 FROM quality_items i JOIN quality_labels l
          ON l.workspace_id = i.workspace_id AND l.item_id = i.id AND l.answer <> 'no_opinion'
        WHERE i.workspace_id = f.workspace_id AND i.feedback_id = f.id) AS "isRandom"
    FROM (
      (SELECT DISTINCT ON (feedback_id, span_id) feedback_id, span_id, label, NULL::int AS start, NULL::int AS "end"
      FROM annotations
      WHERE workspace_id = ${workspaceId}::uuid AND member_id IS NOT NULL AND aspect = 'sentiment' AND maker = 'human'
        AND ${asOf(Prisma.sql`created_at`, until)}
      ORDER BY feedback_id, span_id, created_at DESC, id DESC)
      UNION
      -- Of the words around a theme; without such words it is not known which ones the person spoke of.
      SELECT feedback_id, span_id, sentiment_label::text, sentiment_start, sentiment_end
      FROM theme_assignments
      WHERE workspace_id = ${workspaceId}::uuid AND sentiment_member_id IS NOT NULL AND sentiment_start IS NOT NULL
        AND ${asOf(Prisma.sql`sentiment_at`, until)}) a
    JOIN feedback f ON f.workspace_id = ${workspaceId}::uuid AND f.id = a.feedback_id
    LEFT JOIN spans s ON s.workspace_id = ${workspaceId}::uuid AND s.id = a.span_id
    -- A text of a single span has the same word twice: on the whole and on the span.
    WHERE a.span_id IS NULL OR a.start IS NOT NULL OR (SELECT count(*) FROM spans o
      WHERE o.workspace_id = ${workspaceId}::uuid AND o.feedback_id = a.feedback_id) > 1
    ORDER BY f.text_hash, f.id, s.start NULLS FIRST, a.start NULLS FIRST
    LIMIT ${MOST_LABELS}`;

/** What ratings beside texts say of them. @param until what was known then; null for now */
export const selectRatings = (workspaceId: string, until: Date | null = null): Prisma.Sql => Prisma.sql`
    SELECT f.id, f.text, f.language, p."isPositive",
      coalesce(f.contact_id, f.conversation_id, f.response_id, f.id)::text AS group
    FROM (
      SELECT response_id, bool_and(pole > 0) AS "isPositive"
      FROM (
        SELECT response_id, CASE
          WHEN metric = 'nps' AND score <= 6 OR metric IN ('csat', 'rating') AND score <= 2 THEN -1
          WHEN metric = 'nps' AND score >= 9 OR metric IN ('csat', 'rating') AND score >= 4 THEN 1
          END AS pole
        FROM answers
        WHERE workspace_id = ${workspaceId}::uuid AND metric IN ('nps', 'csat', 'rating') AND score IS NOT NULL) a
      WHERE pole IS NOT NULL
      GROUP BY response_id
      HAVING min(pole) = max(pole)) p
    JOIN feedback f ON f.workspace_id = ${workspaceId}::uuid AND f.response_id = p.response_id
    WHERE f.annotated_at IS NOT NULL AND ${asOf(Prisma.sql`f.created_at`, until)} AND NOT EXISTS (
      SELECT 1 FROM annotations a
      WHERE a.workspace_id = ${workspaceId}::uuid AND a.feedback_id = f.id AND a.span_id IS NULL
        AND a.aspect = 'sentiment' AND a.maker = 'human' AND ${asOf(Prisma.sql`a.created_at`, until)})
    ORDER BY f.text_hash, f.id
    LIMIT ${MOST_RATINGS}`;
