import type { Scope } from '@/lib/db/scope';
import { type JudgedStatement, type SettledStatement, settle } from '@/lib/quality/judged';

/** How much of a text a list shows. */
const EXCERPT_CHARACTERS = 400;

/** The statements of a sample that have a label, in the order of the draw, each with the label that counts for people. */
export async function findJudged(scope: Scope, sampleId: string): Promise<SettledStatement[]> {
  const { workspaceId } = scope;
  const rows = await scope.run(
    (db) => db.$queryRaw<JudgedStatement[]>`
      SELECT f.id AS "feedbackId", left(f.text, ${EXCERPT_CHARACTERS}) AS excerpt, f.language,
        o.id AS "sourceId", o.name AS "sourceName", f.channel::text, f.occurred_at AS "occurredAt",
        jsonb_agg(jsonb_build_object('memberId', l.member_id, 'name', u.name, 'answer', l.answer,
          'engineLabel', l.engine_label, 'engineConfidence', l.engine_confidence, 'engineVersion', v.version)
          ORDER BY l.labelled_at, l.id) AS labels
      FROM quality_items i
        JOIN quality_labels l ON l.workspace_id = i.workspace_id AND l.item_id = i.id
        JOIN members m ON m.workspace_id = l.workspace_id AND m.id = l.member_id
        JOIN users u ON u.id = m.user_id
        JOIN feedback f ON f.workspace_id = i.workspace_id AND f.id = i.feedback_id
        JOIN sources o ON o.workspace_id = f.workspace_id AND o.id = f.source_id
        LEFT JOIN model_versions v ON v.workspace_id = l.workspace_id AND v.id = l.model_version_id
      WHERE i.workspace_id = ${workspaceId}::uuid AND i.sample_id = ${sampleId}::uuid
      GROUP BY f.workspace_id, f.id, o.id, o.name, i.position
      ORDER BY i.position`,
  );
  return rows.flatMap((row) => settle(row) ?? []);
}
