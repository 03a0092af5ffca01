import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { conflict, invalid, notFound } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import { requireDecider } from '@/lib/themes/decider';
import { lockThemes } from '@/lib/themes/lock-themes';
import { type Merge, resolveMerges } from '@/lib/themes/resolve-merges';

export const mergeThemesSchema = z.object({
  themeId: z.uuid(),
  intoId: z.uuid('Choose the theme it belongs to.'),
});

const payloadSchema = z.object({ intoId: z.uuid() });

/**
 * Makes a theme a part of another: from now on what is said of the one counts for the other, everywhere. Nothing is
 * rewritten, and {@link undoMerge} takes it back.
 * @throws ExpectedError when either is merged already, or both are the same.
 */
export async function mergeThemes(scope: Scope, { themeId, intoId }: Merge): Promise<void> {
  const { workspaceId } = scope;
  if (themeId === intoId) throw invalid('A theme cannot be merged into itself.');
  const memberId = requireDecider(scope);
  await scope.run(async (db, inner) => {
    await lockThemes(inner);
    const found = await db.theme.findMany({ where: { workspaceId, id: { in: [themeId, intoId] } } });
    if (found.length < 2) throw notFound('theme');
    const merged = found.find((theme) => theme.mergedIntoId !== null);
    if (merged) throw conflict(`“${merged.name}” is a part of another theme. Undo that first.`);
    await db.themeDecision.create({
      data: { workspaceId, id: newId(), themeId, action: 'merge', payload: { intoId }, memberId },
    });
    await applyMerges(inner);
    await recordAudit(inner, {
      action: 'theme.merged',
      subjectKind: 'theme',
      subjectId: themeId,
      details: { intoId },
    });
    await enqueue(inner, 'issues.rank', {});
  });
}

/** Takes one merge back; others stay as they were decided. Undoing it twice does nothing. */
export async function undoMerge(scope: Scope, decisionId: string): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    await lockThemes(inner);
    const where = { workspaceId_id: { workspaceId, id: decisionId } };
    const decision = await db.themeDecision.findUnique({ where });
    if (decision?.action !== 'merge') throw notFound('merge');
    if (decision.undoneAt) return;
    await db.themeDecision.update({ where, data: { undoneAt: new Date() } });
    await applyMerges(inner);
    await recordAudit(inner, {
      action: 'theme.merge_undone',
      subjectKind: 'theme',
      subjectId: decision.themeId,
      details: payloadSchema.parse(decision.payload),
    });
    await enqueue(inner, 'issues.rank', {});
  });
}

/** Sets every theme's pointer to what all merges together say. */
async function applyMerges(scope: Scope): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db) => {
    const decisions = await db.themeDecision.findMany({
      where: { workspaceId, action: 'merge', undoneAt: null },
    });
    const resolved = resolveMerges(
      decisions.map(({ themeId, payload }) => ({ themeId, ...payloadSchema.parse(payload) })),
    );
    const rows = Array.from(resolved, ([id, into]) => ({ id, into }));
    await db.$executeRaw`
      UPDATE themes t SET merged_into_id = r."into"
      FROM themes o LEFT JOIN jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, "into" uuid) ON r.id = o.id
      WHERE o.workspace_id = ${workspaceId}::uuid AND t.workspace_id = o.workspace_id AND t.id = o.id
        AND t.merged_into_id IS DISTINCT FROM r."into"`;
  });
}
