import { countThemeSpans } from '@/lib/annotations/find-pipeline-state';
import { openLooks } from '@/lib/annotations/theme-look';
import { recordAudit } from '@/lib/audit/record';
import { conflict } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { findOpenJob } from '@/lib/jobs/find-open-job';

/**
 * Stops looking for themes, within seconds. Nothing of what was found is kept. Themes are looked for again when somebody asks, or
 * when there is half as much again to look at.
 * @throws ExpectedError 'conflict' when none are looked for.
 */
export async function cancelDiscovery(scope: Scope): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const ended = { status: 'cancelled', endedAt: new Date() } as const;
    const { count } = await db.themeDiscoveryRun.updateMany({
      where: { workspaceId, status: { in: [...openLooks] } },
      data: ended,
    });
    if (count === 0) {
      if (!(await findOpenJob(inner, 'annotations.themes'))) {
        throw conflict('Themes are being looked for no more. Reload the page.');
      }
      // The job has yet to begin, and will find that enough was looked at.
      const spans = await countThemeSpans(inner);
      await db.themeDiscoveryRun.create({ data: { workspaceId, id: newId(), spans, ...ended } });
    }
    await recordAudit(inner, { action: 'themes.discovery_cancelled', subjectKind: 'workspace' });
  });
}
