import type { Scope } from '@/lib/db/scope';
import { textOn } from '@/lib/surveys/accent';
import { getAskedSurvey } from '@/lib/surveys/asked-survey';
import { chooseLanguage, localise } from '@/lib/surveys/localise';
import { wordsFor } from '@/lib/surveys/words';
import { directionOf } from '@/lib/widget/definition';
import type { SiteSurvey } from '@/lib/widget/site-survey';

/**
 * What the script on a page needs to know of the surveys that run there, and no more than its pages may see.
 * @param languages what the reader wants, in order
 */
export async function findSiteSurveys(scope: Scope, languages: string[]): Promise<SiteSurvey[]> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const running = await db.survey.findMany({
      where: {
        workspaceId,
        archivedAt: null,
        closedAt: null,
        publicKey: { not: null },
        versions: { some: { publishedAt: { not: null } } },
      },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: 50,
      select: { id: true },
    });
    const surveys: SiteSurvey[] = [];
    for (const { id } of running) {
      const { publicKey, isOpen, definition: written, delivery } = await getAskedSurvey(inner, id);
      const { mode, quota: _, from: __, until: ___, botCheck: ____, ...rest } = delivery;
      if (!isOpen || mode === 'none') continue;
      const definition = localise(written, chooseLanguage(written, languages));
      surveys.push({
        ...rest,
        key: publicKey,
        mode,
        onAccent: textOn(delivery.accent),
        definition,
        words: wordsFor(definition.language),
        direction: directionOf(definition.language),
      });
    }
    return surveys;
  });
}

/** The key of the workspace's site; null until it has a survey. */
export async function findSiteKey(scope: Scope): Promise<string | null> {
  const { workspaceId } = scope;
  const site = await scope.run((db) =>
    db.surveySite.findFirst({ where: { workspaceId }, select: { publicKey: true } }),
  );
  return site?.publicKey ?? null;
}
