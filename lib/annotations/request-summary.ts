import { findTypicalComments } from '@/lib/annotations/find-typical-comments';
import { recordAudit } from '@/lib/audit/record';
import { conflict, notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { findOpenJob } from '@/lib/jobs/find-open-job';
import { enqueue } from '@/lib/jobs/queue';
import { getSetting } from '@/lib/settings/queries';
import { findTheme } from '@/lib/themes/find-theme';

/**
 * Has a theme summarised by the workspace's language model, in the background.
 * @throws ExpectedError 'conflict' when the model is turned off, there is nothing to summarise, or a summary is on its way.
 */
export async function requestSummary(scope: Scope, themeId: string): Promise<void> {
  await scope.run(async (_db, inner) => {
    const theme = await findTheme(inner, themeId);
    if (!theme || theme.mergedIntoId) throw notFound('theme');
    const { isEnabled } = await getSetting(inner, 'languageModel');
    if (!isEnabled) throw conflict('No language model is turned on under Settings, Language model.');
    const [comment] = await findTypicalComments(inner, themeId, {}, 1);
    if (!comment) throw conflict('The theme has no comments to summarise.');
    if (await findOpenJob(inner, 'annotations.summarise', { themeId })) {
      throw conflict('A summary of this theme is on its way.');
    }
    await enqueue(inner, 'annotations.summarise', { themeId });
    await recordAudit(inner, {
      action: 'theme.summary_requested',
      subjectKind: 'theme',
      subjectId: themeId,
    });
  });
}
