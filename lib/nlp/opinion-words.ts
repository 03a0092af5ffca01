import { foldText } from './fold';
import { ENGLISH } from './lexicons/english';
import { FRENCH } from './lexicons/french';
import { GERMAN } from './lexicons/german';
import { ITALIAN } from './lexicons/italian';
import { PORTUGUESE } from './lexicons/portuguese';
import { SPANISH } from './lexicons/spanish';
import { findPhrase, lookUpWord, type SentimentLexicon } from './sentiment-lexicon';
import { stopWordsOf } from './themes/stop-words';

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
const AT_APOSTROPHES = /[^\p{L}\p{N}]+/u;
/** Others have a short word too, with another meaning ("ruim", "car"); of longer ones and of words with an accent hardly any. */
const LONG_WORD = 6;
const HAS_ACCENT = /[àâäáãçéèêëíìîïñóòôöõúùûüß]/iu;

/** What a language's list knows of a text of few words. */
interface KnownWords {
  /** Every word is praise, blame, a negation, what strengthens them or a word of grammar, and one at least is praise or blame. */
  isAll: boolean;
  /** How many words are praise or blame, be it together with others. */
  opinions: number;
}

/** What the list of a language that is read knows of a text; a greeting in it counts for any language. */
function countKnown(text: string, language: ReadLanguage): KnownWords {
  const lexicon = BY_LANGUAGE[language];
  const words = foldText(text)
    .split(lexicon.splitsAtApostrophe ? AT_APOSTROPHES : BETWEEN_WORDS)
    .filter((word) => word !== '' && !GREETING.test(word))
    .map((word) => lookUpWord(lexicon, word));
  const grammar = stopWordsOf(language);
  let opinions = 0;
  let isAll = true;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    const phrase = word.phrases ? findPhrase(word.phrases, words, at) : null;
    if (phrase && phrase.valence !== 0) {
      opinions += 1;
      at += phrase.words.length - 1;
    } else if (word.valence !== 0 && isNearlyWhole(word.folded, lexicon)) opinions += 1;
    else if (!(word.isNegation || word.intensity !== 0 || grammar.has(word.folded))) isAll = false;
  }
  return { isAll: isAll && opinions > 0, opinions };
}

/** How much longer than its stem a word may be: "Politikari" is not polite. */
const LONGEST_ENDING = 3;

function isNearlyWhole(word: string, { words, stems }: SentimentLexicon): boolean {
  if (words.has(word)) return true;
  for (let ending = 0; ending <= LONGEST_ENDING; ending++) {
    if (stems.has(word.slice(0, word.length - ending))) return true;
  }
  return false;
}

const ALL_READ = Object.keys(BY_LANGUAGE) as ReadLanguage[];
const isReadLanguage = (language: string): language is ReadLanguage => language in BY_LANGUAGE;

/**
 * The languages that are read whose lists know every word of a text, of few words at most; see {@link KnownWords}. Of a single short word
 * only where three of them do.
 */
export function findLanguagesOfOpinion(text: string): ReadLanguage[] {
  const hasAccent = HAS_ACCENT.test(text);
  const languages = ALL_READ.filter(
    (language) => !(hasAccent && language === 'en') && countKnown(text, language).isAll,
  );
  const isTelling = hasAccent || /\s/u.test(text.trim()) || text.trim().length >= LONG_WORD;
  return isTelling || languages.length >= 3 ? languages : [];
}

/** Whether a text, of few words at most, holds praise or blame by the list of a language. */
export const holdsOpinionIn = (text: string, language: string): boolean =>
  isReadLanguage(language) && countKnown(text, language).opinions > 0;
