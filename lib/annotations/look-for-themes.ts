import { isReading } from '@/lib/annotations/find-pipeline-state';
import { FEWEST_SPANS, findThemeDiscovery } from '@/lib/annotations/find-theme-discovery';
import { recordAudit } from '@/lib/audit/record';
import { conflict } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';

/**
 * Has themes looked for anew although little has changed. Themes found again keep their names and merges.
 * @throws ExpectedError 'conflict' while comments are being read or there are too few.
 */
export async function lookForThemes(scope: Scope): Promise<void> {
  await scope.run(async (db, inner) => {
    const discovery = await findThemeDiscovery(inner);
    if (discovery.step === 'themes') throw conflict('Themes are being looked for already.');
    if (isReading(discovery)) {
      throw conflict('Comments are still being read. Themes are looked for when that is done.');
    }
    if (discovery.spans < FEWEST_SPANS) throw conflict(`Themes need at least ${FEWEST_SPANS} sentences.`);
    const { workspaceId } = inner;
    await db.themeDiscoveryRun.create({ data: { workspaceId, id: newId(), spans: discovery.spans } });
    await enqueue(inner, 'annotations.themes', {});
    await recordAudit(inner, { action: 'themes.looked_for', subjectKind: 'workspace' });
  });
}
