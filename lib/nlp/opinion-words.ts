import { foldText } from './fold';
import { ENGLISH } from './lexicons/english';
import { FRENCH } from './lexicons/french';
import { GERMAN } from './lexicons/german';
import { ITALIAN } from './lexicons/italian';
import { PORTUGUESE } from './lexicons/portuguese';
import { SPANISH } from './lexicons/spanish';
import { lookUpWord } from './sentiment-lexicon';

const LEXICONS = [ENGLISH, FRENCH, GERMAN, SPANISH, ITALIAN, PORTUGUESE];
const BY_LANGUAGE = { en: ENGLISH, fr: FRENCH, de: GERMAN, es: SPANISH, it: ITALIAN, pt: PORTUGUESE };
type ReadLanguage = keyof typeof BY_LANGUAGE;
const BETWEEN_WORDS = /[^\p{L}\p{N}']+/u;

/** Whether any word of a folded text is one of praise or blame in a language that is read. */
export const hasOpinionWord = (folded: string): boolean =>
  folded
    .split(BETWEEN_WORDS)
    .some((word) => word !== '' && LEXICONS.some((lexicon) => lookUpWord(lexicon, word).valence !== 0));

const GREETING = /^(?:hi|hello|hey|hallo|hola|bonjour|salut|ciao|ola)$/u;

/**
 * The languages that are read which know every word of a text, of few words at most, as praise, blame, a negation or what strengthens
 * them; a greeting beside them counts for any. None of a single word that fewer than three know: others have it too, with another
 * meaning ("ruim").
 */
export function findLanguagesOfOpinion(text: string): ReadLanguage[] {
  const all = foldText(text)
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
  const words = all.filter((word) => !GREETING.test(word));
  const languages = (Object.keys(BY_LANGUAGE) as ReadLanguage[]).filter((language) => {
    const known = words.map((word) => lookUpWord(BY_LANGUAGE[language], word));
    return (
      known.some(({ valence }) => valence !== 0) &&
      known.every(({ valence, isNegation, intensity }) => valence !== 0 || isNegation || intensity !== 0)
    );
  });
  return all.length === 1 && languages.length < 3 ? [] : languages;
}
