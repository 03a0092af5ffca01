import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import type { SampleWorkspace } from './types';

const PINNED = 12;

/**
 * The issue of the planted fix, shipped, with statements about it pinned. Its theme is found once the product has found
 * themes of its own: see `adoptThemes`.
 */
export async function shipFix(
  scope: Scope,
  { plantedTruth: { fix }, problemLabels }: Pick<SampleWorkspace, 'plantedTruth' | 'problemLabels'>,
): Promise<void> {
  const { workspaceId } = scope;
  const about = Object.keys(problemLabels).filter((id) => problemLabels[id]?.join() === fix.theme);
  await scope.run(async (db) => {
    const issueId = newId();
    await db.issue.create({
      data: {
        ...{ workspaceId, id: issueId, title: 'Roles are too coarse: freelancers and clients see too much' },
        ...{ status: 'shipped', shippedAt: new Date(fix.shippedOn) },
        notes:
          'Sample data: the complaints that this fix ended are made up, like all that customers say here.',
      },
    });
    const feedback = await db.feedback.findMany({
      where: { workspaceId, externalId: { in: about }, occurredAt: { lt: new Date(fix.shippedOn) } },
      orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
      take: PINNED,
      select: { id: true },
    });
    await db.issueEvidence.createMany({
      data: feedback.map(({ id }) => ({ workspaceId, id: newId(), issueId, feedbackId: id })),
    });
  });
}
