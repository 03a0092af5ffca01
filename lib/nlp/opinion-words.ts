import { ENGLISH } from './lexicons/english';
import { FRENCH } from './lexicons/french';
import { GERMAN } from './lexicons/german';
import { ITALIAN } from './lexicons/italian';
import { PORTUGUESE } from './lexicons/portuguese';
import { SPANISH } from './lexicons/spanish';
import { lookUpWord } from './sentiment-lexicon';

const LEXICONS = [ENGLISH, FRENCH, GERMAN, SPANISH, ITALIAN, PORTUGUESE];
const BETWEEN_WORDS = /[^\p{L}\p{N}']+/u;

/** Whether any word of a folded text is one of praise or blame in a language that is read. */
export const hasOpinionWord = (folded: string): boolean =>
  folded
    .split(BETWEEN_WORDS)
    .some((word) => word !== '' && LEXICONS.some((lexicon) => lookUpWord(lexicon, word).valence !== 0));
