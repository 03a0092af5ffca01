import type { Scope } from '@/lib/db/scope';
import { textOn } from '@/lib/surveys/accent';
import { getAskedSurvey } from '@/lib/surveys/asked-survey';
import { chooseLanguage, localise } from '@/lib/surveys/localise';
import { wordsFor } from '@/lib/surveys/words';
import { type Definition, directionOf, type Question } from '@/lib/widget/definition';
import type { SiteSurvey, Words } from '@/lib/widget/site-survey';

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
      const {
        mode,
        quota: _,
        from: __,
        until: ___,
        botCheck: ____,
        segment,
        traitName,
        traitValue,
        ...rest
      } = delivery;
      if (!isOpen || mode === 'none') continue;
      const definition = localise(written, chooseLanguage(written, languages));
      surveys.push({
        ...rest,
        ...(segment && { isForKnown: true }),
        ...(traitName && { traitName, traitValue }),
        key: publicKey,
        mode,
        onAccent: textOn(delivery.accent),
        definition: shorten(definition),
        words: wordsOfBox(definition, mode),
        direction: directionOf(definition.language),
      });
    }
    return surveys;
  });
}

/**
 * A definition without what says nothing: no label, no condition, no choices. Every visitor downloads it, and the script
 * reads what is absent as empty.
 */
function shorten({ language, questions, thanks, privacy }: Definition): SiteSurvey['definition'] {
  const isTold = ([, value]: [string, unknown]) =>
    value !== '' && value !== null && value !== false && !isEmptyList(value);
  const short = questions.map((question) => {
    const { style, ...rest } = question;
    const told = { ...rest, ...(question.kind === 'csat' && { style }) };
    return Object.fromEntries(Object.entries(told).filter(isTold)) as unknown as Question;
  });
  const { redirectUrl, ...last } = thanks;
  return {
    ...{ language, questions: short, thanks: { ...last, ...(redirectUrl && { redirectUrl }) } },
    ...((privacy.text || privacy.url) && { privacy }),
  };
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** The words that a box may need. */
function wordsOfBox({ language, thanks, privacy }: Definition, mode: SiteSurvey['mode']): Words {
  const { skip: _, places: __, closed: ___, feedback, goOn, privacy: link, ...words } = wordsFor(language);
  return {
    ...{ ...words, ...(mode === 'button' && { feedback }), ...(thanks.redirectUrl && { goOn }) },
    ...(privacy.url && { privacy: link }),
  };
}

/** The key of the workspace's site; null until it has a survey. */
export async function findSiteKey(scope: Scope): Promise<string | null> {
  const { workspaceId } = scope;
  const site = await scope.run((db) =>
    db.surveySite.findFirst({ where: { workspaceId }, select: { publicKey: true } }),
  );
  return site?.publicKey ?? null;
}
