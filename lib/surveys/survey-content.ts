import type { Scope } from '@/lib/db/scope';
import type { AskedSurvey } from '@/lib/surveys/asked-survey';
import { boxLook } from '@/lib/surveys/box-look';
import { textOn } from '@/lib/surveys/colour';
import { directionOf } from '@/lib/surveys/direction';
import { languagesOfPieces } from '@/lib/surveys/language-marks';
import { chooseLanguage, findUntranslated, localise } from '@/lib/surveys/localise';
import type { Look } from '@/lib/surveys/look';
import { findLogoPath } from '@/lib/surveys/site-key';
import { languageOfWords, wordsFor } from '@/lib/surveys/words';
import { type Definition, needsMore, type Question } from '@/lib/widget/definition';
import type { SiteSurvey, SurveyContent, Words } from '@/lib/widget/site-survey';

type Shown = Pick<AskedSurvey, 'definition' | 'delivery' | 'versionNumber'>;

/**
 * What the script draws of a survey once it may ask: told with the word to ask, to nobody before.
 * @param languages what the reader wants, in order
 */
export async function findSurveyContent(
  scope: Scope,
  { definition: written, delivery, versionNumber }: Shown,
  languages: readonly string[],
): Promise<SurveyContent> {
  const language = chooseLanguage(written, languages);
  const definition = localise(written, language);
  const shown = shorten(definition);
  const { accent, logo, logoText, mode } = delivery;
  const look = boxLook(delivery);
  const around = languageOfWords(language);
  const marks = languagesOfPieces(definition, {
    shown: language,
    written: written.language,
    untranslated: findUntranslated(written, language),
  });
  const path = await findLogoPath(scope, logo);
  return {
    version: versionNumber,
    accent,
    ...lookOf(accent),
    ...(look && { look }),
    ...(path && { logo: { path, text: logoText } }),
    ...((marks || written.questions.slice(0, 1).some(needsMore) || HAS_PARTS.test(JSON.stringify(shown))) && {
      hasParts: true as const,
    }),
    ...(around !== language && { lang: around }),
    ...(marks && { marks }),
    definition: shown,
    words: wordsOfBox(definition, mode),
    ...directionIn(language),
  };
}

/** The button at the edge of the window that opens a survey. */
export function tabOf(
  written: Definition,
  delivery: Look,
  languages: readonly string[],
): NonNullable<SiteSurvey['tab']> {
  const language = chooseLanguage(written, languages);
  const look = boxLook(delivery);
  return {
    text: wordsFor(language).feedback,
    lang: languageOfWords(language),
    accent: delivery.accent,
    ...lookOf(delivery.accent),
    ...(look && { look }),
    ...directionIn(language),
  };
}

function lookOf(accent: string): { onAccent?: string } {
  const onAccent = textOn(accent);
  return onAccent === '#ffffff' ? {} : { onAccent };
}

function directionIn(language: string): { direction?: 'rtl' } {
  return directionOf(language) === 'rtl' ? { direction: 'rtl' } : {};
}

/** What the file of the other kinds of question brings as well: links, and texts that speak of somebody. */
const HAS_PARTS = /{{|"privacy"|"redirectUrl"/;

/**
 * A definition without what says nothing: no label, no condition, no choices. Who is asked downloads it, and the script
 * reads what is absent as empty.
 */
function shorten({ language, questions, thanks, privacy }: Definition): SurveyContent['definition'] {
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
function wordsOfBox(
  { language, questions, thanks, privacy }: Definition,
  mode: AskedSurvey['delivery']['mode'],
): Words {
  const words = wordsFor(language);
  const { next, send, back, close, later, required, optional, offline, of } = words;
  return {
    ...{ next, send, back, close, later, required, offline, of },
    ...(mode !== 'button' && { never: words.never }),
    ...(questions.some(({ isRequired }) => !isRequired) && { optional }),
    ...(thanks.redirectUrl && { goOn: words.goOn }),
    ...(privacy.url && { privacy: words.privacy }),
  };
}
