import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { Channel } from '@/lib/feedback/schema';
import type { Answer } from '@/lib/quality/schema';

/** A statement as the labeller sees it: what the customer said, and nothing that any engine or person said of it. */
export interface StatementToLabel {
  itemId: string;
  title: string | null;
  text: string;
  language: string | null;
  channel: Channel;
  occurredAt: Date;
}

export interface LabellingState {
  size: number;
  /** By this member. */
  labelled: number;
  /** The next ones without this member's label, in the order of the draw. */
  next: StatementToLabel[];
  /** Those this member labelled latest, the last one last, so that slips can be mended after a pause too. */
  latest: (StatementToLabel & { answer: Answer })[];
}

/** Statements handed out at a time, and given back to be undone. */
const BATCH = 40;

/** Where a member stands in a sample, and what to label next. */
export async function findToLabel(scope: Scope, sampleId: string, memberId: string): Promise<LabellingState> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const [counts] = await db.$queryRaw<{ size: number; labelled: number }[]>`
      SELECT count(*)::int AS size, count(l.id)::int AS labelled
      FROM quality_items i
        LEFT JOIN quality_labels l ON l.workspace_id = i.workspace_id AND l.item_id = i.id
          AND l.member_id = ${memberId}::uuid
      WHERE i.workspace_id = ${workspaceId}::uuid AND i.sample_id = ${sampleId}::uuid`;
    const next = await db.$queryRaw<StatementToLabel[]>`
      SELECT i.id AS "itemId", f.title, f.text, f.language, f.channel::text, f.occurred_at AS "occurredAt"
      FROM quality_items i JOIN feedback f ON f.workspace_id = i.workspace_id AND f.id = i.feedback_id
      WHERE i.workspace_id = ${workspaceId}::uuid AND i.sample_id = ${sampleId}::uuid
        AND NOT EXISTS (SELECT 1 FROM quality_labels l
          WHERE l.workspace_id = i.workspace_id AND l.item_id = i.id AND l.member_id = ${memberId}::uuid)
      ORDER BY i.position
      LIMIT ${BATCH}`;
    return {
      size: counts?.size ?? 0,
      labelled: counts?.labelled ?? 0,
      next,
      latest: await findLatest(db, workspaceId, sampleId, memberId),
    };
  });
}

async function findLatest(
  db: Db,
  workspaceId: string,
  sampleId: string,
  memberId: string,
): Promise<LabellingState['latest']> {
  const latest = await db.$queryRaw<LabellingState['latest']>`
    SELECT i.id AS "itemId", f.title, f.text, f.language, f.channel::text, f.occurred_at AS "occurredAt",
      l.answer::text
    FROM quality_labels l
      JOIN quality_items i ON i.workspace_id = l.workspace_id AND i.id = l.item_id
      JOIN feedback f ON f.workspace_id = i.workspace_id AND f.id = i.feedback_id
    WHERE l.workspace_id = ${workspaceId}::uuid AND l.member_id = ${memberId}::uuid
      AND i.sample_id = ${sampleId}::uuid
    ORDER BY l.labelled_at DESC, l.id DESC
    LIMIT ${BATCH}`;
  return latest.reverse();
}
