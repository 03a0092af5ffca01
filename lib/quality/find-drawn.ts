import type { Scope } from '@/lib/db/scope';
import type { Channel } from '@/lib/feedback/schema';

/** A statement of a sample. What the engine says of it stays hidden, for whoever looks may be about to label it. */
export interface DrawnStatement {
  feedbackId: string;
  text: string;
  language: string | null;
  channel: Channel;
  occurredAt: Date;
  /** People who labelled it. */
  labels: number;
}

/** One page of the statements drawn for a sample, in the order of the draw. */
export async function findDrawn(
  scope: Scope,
  sampleId: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<DrawnStatement[]> {
  return scope.run(
    (db) => db.$queryRaw<DrawnStatement[]>`
      SELECT f.id AS "feedbackId", f.text, f.language, f.channel::text, f.occurred_at AS "occurredAt",
        (SELECT count(*)::int FROM quality_labels l
          WHERE l.workspace_id = i.workspace_id AND l.item_id = i.id) AS labels
      FROM quality_items i JOIN feedback f ON f.workspace_id = i.workspace_id AND f.id = i.feedback_id
      WHERE i.workspace_id = ${scope.workspaceId}::uuid AND i.sample_id = ${sampleId}::uuid
      ORDER BY i.position
      LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
  );
}
