import nlp from 'compromise/two';
import { findQuality } from './aspect-words';
import { findTopicalStem } from './tokenize';

/** A phrase that might name a theme, with the stems of its topical words. */
export type NameCandidate = {
  phrase: string;
  stems: string[];
  /** Whether it is no part of a longer noun phrase, as "sign" is of "single sign-on". */
  standsAlone: boolean;
  /** Whether it tells what happened once, as "support replied" does: less of a name than a thing, or what keeps happening. */
  isPast: boolean;
};

/** One word of a text as the patterns see it. */
type TaggedWord = {
  text: string;
  letter: string;
  stem: string | null;
  quality: string | null;
  endsPhrase: boolean;
  isPast: boolean;
};

const LONGEST_PHRASE = 5;
/** Prepositions that may stand inside a name. */
const ARTICLE = /^(?:the|an?)$/i;
const JOINING = /^(?:to|for|of|with|without|on|in|at|from|by)$/i;
/**
 * Word classes by letter: N noun, A adjective, G -ing form, V other verb, U be/have/can, R adverb or negation, I
 * preposition, D determiner, Q adjective of a quality ("friendly"), X anything else.
 */
const NOUN_PHRASE = /^[ANG]*N(?:I[D]?[AN]*N)?$/;
const DOING = /^(?:G|V)I?D?[AN]*N$/;
const HAPPENING = /^[AN]*N(?:U?R|R?V?)?[GV]$/;
/** "Friendly staff" and "staff were very friendly" both speak of staff attitude. */
const QUALITY_FIRST = /^Q[AN]*N$/;
const QUALITY_LAST = /^[AN]*NUR*Q$/;

const LETTER_OF_TAG: [tag: string, letter: string][] = [
  ['Negative', 'R'],
  ['Pronoun', 'X'],
  ['Possessive', 'X'],
  ['Value', 'X'],
  ['Date', 'X'],
  ['Copula', 'U'],
  ['Auxiliary', 'U'],
  ['Modal', 'U'],
  ['Gerund', 'G'],
  ['Verb', 'V'],
  ['Adjective', 'A'],
  ['Noun', 'N'],
  ['Adverb', 'R'],
  ['Preposition', 'I'],
  ['Determiner', 'D'],
];

/** Participles that the tagger does not know it takes for nouns: "contacts synced from HubSpot". Few nouns end so ("hatred"). */
const LOOKS_PAST = /[^e]ed$/;
const NOUNS_IN_ED = new Set(['hatred', 'shred', 'embed', 'moped']);

const isUnknownPast = (tags: ReadonlySet<string>, text: string): boolean =>
  tags.has('Noun') &&
  !tags.has('ProperNoun') &&
  text.length > 4 &&
  LOOKS_PAST.test(text) &&
  !NOUNS_IN_ED.has(text);

function letterOf(tags: ReadonlySet<string>, text: string): string {
  if (JOINING.test(text)) return 'I';
  if (isUnknownPast(tags, text)) return 'V';
  const letter = LETTER_OF_TAG.find(([tag]) => tags.has(tag))?.[1] ?? 'X';
  // "Card after ATM" is no name.
  return letter === 'I' ? 'X' : letter;
}

/** Lower case, but for names and for words with capitals of their own ("CSV", "iPhone") in a text that is not shouted. */
function normalizeCase(word: string, isShouted: boolean, isName: boolean): string {
  const keepsCase = !isShouted && (isName || /^(?:\p{Lu}{2}|\p{Ll}\p{Lu})/u.test(word));
  return keepsCase ? word : word.toLowerCase();
}

function tagSentences(text: string): TaggedWord[][] {
  const isShouted = !/\p{Ll}{2}/u.test(text);
  return nlp(text).docs.map((sentence) =>
    sentence.map((term, position) => {
      const tags = term.tags ?? new Set<string>();
      const lower = term.text.toLowerCase();
      const quality = findQuality(lower, 'en');
      const letter = letterOf(tags, lower);
      return {
        text: normalizeCase(term.text, isShouted, position > 0 && tags.has('ProperNoun') && letter !== 'I'),
        letter: quality !== null && quality !== lower && letter !== 'N' ? 'Q' : letter,
        stem: /^[\p{L}\p{N}'’-]+$/u.test(lower) ? findTopicalStem(lower, 'en') : null,
        quality,
        endsPhrase: /[^\s'’-]/.test(term.post),
        isPast: letter === 'V' && (tags.has('PastTense') || isUnknownPast(tags, lower)),
      };
    }),
  );
}

function phraseOf(words: readonly TaggedWord[], pattern: string): string | null {
  // "Delete this account" points at one case.
  if (words.some(({ letter, text }) => letter === 'D' && !ARTICLE.test(text))) return null;
  const first = words[0];
  const last = words.at(-1);
  if (words.length === 1 && first?.quality) return first.quality;
  if (QUALITY_FIRST.test(pattern) && first?.quality) {
    return [...words.slice(1).map((word) => word.text), first.quality].join(' ');
  }
  if (QUALITY_LAST.test(pattern) && last?.quality) {
    const nouns = words.filter((word) => word.letter === 'A' || word.letter === 'N');
    return [...nouns.map((word) => word.text), last.quality].join(' ');
  }
  if (NOUN_PHRASE.test(pattern) || DOING.test(pattern) || HAPPENING.test(pattern)) {
    return words.map((word) => word.text).join(' ');
  }
  return null;
}

/** A phrase may hold small words, but no noun, verb or adjective without a topic ("good thing"). */
function isAllTopical(words: readonly TaggedWord[]): boolean {
  return (
    words[0]?.stem !== null &&
    words.at(-1)?.stem !== null &&
    words.every((word) => word.stem !== null || 'IDRU'.includes(word.letter) || word.text === 'keeps')
  );
}

/** Whether neither the word before nor the word after belongs to the same noun phrase. */
function isAlone(sentence: readonly TaggedWord[], start: number, end: number): boolean {
  const [before, last, after] = [sentence[start - 1], sentence[end - 1], sentence[end]];
  const follows = before && !before.endsPhrase && 'AN'.includes(before.letter);
  const goesOn = after && !last?.endsPhrase && 'NI'.includes(after.letter);
  return !follows && !goesOn;
}

/** Noun phrases, "doing something" and "something happens" in an English text, as they were written. */
export function findEnglishPhrases(text: string): NameCandidate[] {
  const found: NameCandidate[] = [];
  for (const sentence of tagSentences(text)) {
    sentence.forEach((_, start) => {
      for (let end = start + 1; end <= Math.min(start + LONGEST_PHRASE, sentence.length); end++) {
        const words = sentence.slice(start, end);
        if (isAllTopical(words)) {
          const phrase = phraseOf(words, words.map((word) => word.letter).join(''));
          const stems = words.flatMap((word) => word.stem ?? []);
          if (phrase !== null && new Set(stems).size === stems.length) {
            const isPast = words.at(-1)?.isPast ?? false;
            found.push({ phrase, stems, standsAlone: isAlone(sentence, start, end), isPast });
          }
        }
        if (words.at(-1)?.endsPhrase) break;
      }
    });
  }
  return found;
}
