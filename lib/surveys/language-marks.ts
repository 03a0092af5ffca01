import { directionOf } from '@/lib/surveys/direction';
import { type Html, html } from '@/lib/surveys/html';
import { languageOfWords } from '@/lib/surveys/words';

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

/** A screen reader reads each piece in its own language, and each is written in its own direction (WCAG 2.2, 3.1.2). */
export function markLanguages({ shown, written, untranslated }: PageLanguages): MarkLanguage {
  const around = languageOfWords(shown);
  return (place) => {
    const language = untranslated.has(place) ? written : shown;
    return language !== around && html` lang="${language}" dir="${directionOf(language)}"`;
  };
}
