import { z } from 'zod';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import { isUnsure } from '@/lib/annotations/unsure-theme';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { Channel } from '@/lib/feedback/schema';
import { dayInAddress } from '@/lib/responses/address';

/** Which assignments of themes by the engine a number stands for. */
export const assignmentFilterSchema = z.object({
  /** All of them, the unsure ones, or those of the unsure that wait for a person: of themes that are in use. */
  of: z.enum(['engine', 'unsure', 'review']).default('engine'),
  /** First and last day of what was said, included. */
  from: dayInAddress.optional(),
  to: dayInAddress.optional(),
});
export type AssignmentFilter = z.infer<typeof assignmentFilterSchema>;

/** A theme that the engine found in a span. */
export interface AssignmentRow {
  id: string;
  feedbackId: string;
  themeName: string;
  /** The words of the span. */
  excerpt: string;
  /** 0..1. */
  confidence: number;
  language: string | null;
  channel: Channel;
  occurredAt: Date;
}

const among: Record<AssignmentFilter['of'], Prisma.Sql> = {
  engine: Prisma.sql`a.maker = 'engine'`,
  unsure: isUnsure,
  review: Prisma.sql`${isUnsure} AND k.excluded_at IS NULL AND k.withdrawn_at IS NULL`,
};

/** The tables and conditions of a filter, assignments under the alias `a` and the themes they stand for under `k`. */
export function assignmentsFrom(workspaceId: string, { of, ...days }: AssignmentFilter): Prisma.Sql {
  return Prisma.sql`
    FROM theme_assignments a
      JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
      JOIN themes k ON k.workspace_id = t.workspace_id AND k.id = coalesce(t.merged_into_id, t.id)
      JOIN feedback f ON f.workspace_id = a.workspace_id AND f.id = a.feedback_id
    WHERE a.workspace_id = ${workspaceId}::uuid AND ${among[of]} AND ${feedbackWhere(workspaceId, days)}`;
}

/** One page of assignments, the least sure first, and how many there are. */
export async function findAssignments(
  scope: Scope,
  filter: AssignmentFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: AssignmentRow[]; total: number }> {
  const { workspaceId } = scope;
  const from = assignmentsFrom(workspaceId, filter);
  return scope.run(async (db) => {
    const [count] = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${from}`;
    const found = await db.$queryRaw<
      (Omit<AssignmentRow, 'excerpt'> & { text: string; start: number; end: number })[]
    >`
      SELECT q.id, f.id AS "feedbackId", q.name AS "themeName", f.text, s.start, s."end", q.confidence, f.language,
        f.channel::text, f.occurred_at AS "occurredAt"
      FROM (
          SELECT a.id, a.span_id, a.feedback_id, k.name, a.confidence ${from}
          ORDER BY a.confidence, a.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}) q
        JOIN spans s ON s.workspace_id = ${workspaceId}::uuid AND s.id = q.span_id
        JOIN feedback f ON f.workspace_id = ${workspaceId}::uuid AND f.id = q.feedback_id
      ORDER BY q.confidence, q.id`;
    // Offsets are UTF-16 code units, which only JavaScript counts.
    const rows = found.map(({ text, start, end, ...row }) => ({ ...row, excerpt: text.slice(start, end) }));
    return { rows, total: count?.total ?? 0 };
  });
}
