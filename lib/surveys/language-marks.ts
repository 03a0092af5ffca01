import { directionOf } from '@/lib/surveys/direction';
import { type Html, html } from '@/lib/surveys/html';
import { piecesOf } from '@/lib/surveys/localise';
import { languageOfWords } from '@/lib/surveys/words';
import type { Definition } from '@/lib/widget/definition';

/** The languages of a survey's page. */
export interface PageLanguages {
  /** The one it is shown in. */
  shown: string;
  /** The one it was written in. */
  written: string;
  /** Places of the pieces that are shown as they were written. */
  untranslated: ReadonlySet<string>;
}

/** Marks an element that holds a piece in another language than the words of the page around it. */
export type MarkLanguage = (place: string) => Html | false;

/** The language of each piece that is not in that of the words around it, by its place; undefined: of none. */
export function languagesOfPieces(
  definition: Definition,
  { shown, written, untranslated }: PageLanguages,
): Record<string, string> | undefined {
  const around = languageOfWords(shown);
  const marks = piecesOf(definition).flatMap(({ place }) => {
    const language = untranslated.has(place) ? written : shown;
    return language === around ? [] : [[place, language] as const];
  });
  return marks.length > 0 ? Object.fromEntries(marks) : undefined;
}

/** A screen reader reads each piece in its own language, and each is written in its own direction (WCAG 2.2, 3.1.2). */
export function markLanguages({ shown, written, untranslated }: PageLanguages): MarkLanguage {
  const around = languageOfWords(shown);
  return (place) => {
    const language = untranslated.has(place) ? written : shown;
    return language !== around && html` lang="${language}" dir="${directionOf(language)}"`;
  };
}
