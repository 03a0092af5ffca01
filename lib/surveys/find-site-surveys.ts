import type { Scope } from '@/lib/db/scope';
import { getAskedSurvey } from '@/lib/surveys/asked-survey';
import { boxLook } from '@/lib/surveys/box-look';
import { textOn } from '@/lib/surveys/colour';
import { directionOf } from '@/lib/surveys/direction';
import { chooseLanguage, localise } from '@/lib/surveys/localise';
import { logoPath } from '@/lib/surveys/logo';
import { wordsFor } from '@/lib/surveys/words';
import type { Definition, Question } from '@/lib/widget/definition';
import type { Rule } from '@/lib/widget/rule';
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
    const siteKey = (await findSiteKey(inner)) ?? '';
    const surveys: SiteSurvey[] = [];
    for (const { id } of running) {
      const {
        publicKey,
        versionNumber,
        isOpen,
        definition: written,
        delivery,
      } = await getAskedSurvey(inner, id);
      const { mode, delaySeconds, event, groups, percentage, coolDownDays, accent, logo } = delivery;
      if (!isOpen || mode === 'none') continue;
      const look = boxLook(delivery);
      const definition = localise(written, chooseLanguage(written, languages));
      const shown = shorten(definition);
      surveys.push({
        ...{ delaySeconds, coolDownDays, accent },
        ...(percentage < 100 && { percentage }),
        ...(event && { event }),
        ...(definition.fields.length > 0 && { fields: definition.fields }),
        ...(groups.length > 0 && { groups: groups.map((rules) => rules.map(toPage)) }),
        ...(look && { look }),
        ...(logo && { logo: { path: logoPath(siteKey, logo), text: delivery.logoText } }),
        ...(HAS_PARTS.test(JSON.stringify(shown)) && { hasParts: true as const }),
        key: publicKey,
        version: versionNumber,
        mode,
        ...(textOn(accent) !== '#ffffff' && { onAccent: textOn(accent) }),
        definition: shown,
        words: wordsOfBox(definition, mode),
        ...(directionOf(definition.language) === 'rtl' && { direction: 'rtl' as const }),
      });
    }
    return surveys;
  });
}

/** What the file of the other kinds of question brings as well: links, and texts that speak of somebody. */
const HAS_PARTS = /{{|"privacy"|"redirectUrl"/;

/** The files of the script that these surveys need besides the one that asks; undefined: none. */
export function filesFor(surveys: readonly SiteSurvey[]): string[] | undefined {
  const files = [
    // Not for everybody, or something is kept of whom they ask.
    ...(surveys.some(({ groups, fields }) => groups || fields) ? ['rules'] : []),
    ...(surveys.some(({ mode }) => mode === 'inline') ? ['places'] : []),
    ...(surveys.some(({ mode }) => mode === 'button') ? ['tab'] : []),
  ];
  return files.length > 0 ? files : undefined;
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

/** A rule as a page may see it: what segments a workspace has is its own affair. */
function toPage(rule: Rule): Rule {
  return rule.about === 'segment' ? { about: 'segment', name: '', test: 'is', value: '' } : rule;
}

/** The words that a box may need. */
function wordsOfBox({ language, thanks, privacy }: Definition, mode: SiteSurvey['mode']): Words {
  const {
    skip: _,
    places: __,
    closed: ___,
    notBegun: ____,
    feedback,
    goOn,
    privacy: link,
    ...words
  } = wordsFor(language);
  return {
    ...{ ...words, ...(mode === 'button' && { feedback }), ...(thanks.redirectUrl && { goOn }) },
    ...(privacy.url && { privacy: link }),
  };
}

/** Where a logo is to be had, within our address; null where there is none. */
export async function findLogoPath(scope: Scope, logo: string): Promise<string | null> {
  return logo ? logoPath((await findSiteKey(scope)) ?? '', logo) : null;
}

/** The key of the workspace's site; null until it has a survey. */
export async function findSiteKey(scope: Scope): Promise<string | null> {
  const { workspaceId } = scope;
  const site = await scope.run((db) =>
    db.surveySite.findFirst({ where: { workspaceId }, select: { publicKey: true } }),
  );
  return site?.publicKey ?? null;
}
