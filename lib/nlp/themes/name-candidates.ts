import nlp from 'compromise/two';
import { classifyName, foldName } from '../redaction/name-lists';
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
  /** Whether it tells what somebody does ("repairing the spreadsheet"), and not a thing or what happens to one. */
  isDoing: boolean;
};

/** One word of a text as the patterns see it. */
type TaggedWord = {
  text: string;
  letter: string;
  /** None of a word without a topic, several of "first-line". */
  stems: string[];
  quality: string | null;
  endsPhrase: boolean;
  isPast: boolean;
  isNegation: boolean;
};

const LONGEST_PHRASE = 5;
/** Prepositions that may stand inside a name. */
const ARTICLE = /^(?:the|an?)$/i;
const JOINING = /^(?:to|for|of|with|without|on|in|at|from|by)$/i;
/**
 * Word classes by letter: N noun, A adjective, G -ing form, V other verb, U be/have/can, R adverb or negation, I
 * preposition, D determiner, P pronoun or number, Q adjective of a quality ("friendly"), X anything else.
 */
const NOUN_PHRASE = /^[ANG]*N(?:I[D]?[AN]*N)?$/;
const DOING = /^(?:G|V)I?D?[AN]*N$/;
const HAPPENING = /^[AN]*N(?:U?R|R?V?)?[GV]$/;
/** "Friendly staff" and "staff were very friendly" both speak of staff attitude. */
const QUALITY_FIRST = /^Q[AN]*N$/;
const QUALITY_LAST = /^[AN]*NUR*Q$/;

const LETTER_OF_TAG: [tag: string, letter: string][] = [
  ['Negative', 'R'],
  ['Pronoun', 'P'],
  ['Possessive', 'P'],
  ['Value', 'P'],
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

type TaggerTerm = { text: string; post: string; tags?: Set<string> };

/** "Single", "sign-", "on" as "single", "sign-on": one word to those who write it. */
function joinHyphenated(sentence: readonly TaggerTerm[]): TaggerTerm[] {
  const words: TaggerTerm[] = [];
  for (const term of sentence) {
    const before = words.at(-1);
    if (before?.post !== '-') words.push({ ...term });
    else {
      before.text = `${before.text}-${term.text}`;
      before.post = term.post;
      before.tags = tagsOfJoined(before.tags, term.tags);
    }
  }
  return words;
}

/** "Sign-in" and "plug-in" are things, "well-made" and "long-time" say of what kind something is. */
function tagsOfJoined(first = new Set<string>(), last = new Set<string>()): Set<string> {
  if (['Adjective', 'PastTense', 'Gerund'].some((tag) => last.has(tag))) return new Set(['Adjective']);
  if (first.has('Adjective') && last.has('Noun')) return new Set(['Adjective']);
  return new Set(first.has('ProperNoun') ? ['ProperNoun', 'Noun'] : ['Noun']);
}

/** What may be somebody's name: surely so beside others that are nothing else. */
export const mayBeName = (word: string): boolean => classifyName(foldName(word)) !== null;

/** A given name, or one that is a word too ("Rose"). */
export function mayBeGivenName(word: string): boolean {
  const found = classifyName(foldName(word));
  return found === 'given' || found === 'ambiguous';
}

/** A given name is somebody, not a subject. */
export const isGivenName = (word: string): boolean => classifyName(foldName(word)) === 'given';

const isPerson = (word: string, tags: ReadonlySet<string>): boolean =>
  /^\p{Lu}/u.test(word) &&
  (isGivenName(word) || (tags.has('FirstName') && classifyName(foldName(word)) !== null));

const stemsOf = (lower: string): string[] =>
  /^[\p{L}\p{N}'’-]+$/u.test(lower)
    ? lower.split('-').flatMap((part) => findTopicalStem(part, 'en') ?? [])
    : [];

/** A quality that does not stand as the thing itself: "friendly staff" is an attitude, "pricing decisions" are decisions. */
const isQuality = (word: string, letter: string, quality: string | null): boolean =>
  quality !== null &&
  quality !== word &&
  letter !== 'N' &&
  !(letter === 'G' && word.startsWith(quality.slice(0, -1)));

function tagSentences(text: string): TaggedWord[][] {
  const isShouted = !/\p{Ll}{2}/u.test(text);
  return nlp(text).docs.map((sentence) =>
    joinHyphenated(sentence).map((term, position) => {
      const tags = term.tags ?? new Set<string>();
      const lower = term.text.toLowerCase();
      const quality = findQuality(lower, 'en');
      const letter = isPerson(term.text, tags) ? 'X' : letterOf(tags, lower);
      return {
        text: normalizeCase(term.text, isShouted, position > 0 && tags.has('ProperNoun') && letter !== 'I'),
        letter: isQuality(lower, letter, quality) ? 'Q' : letter,
        stems: letter === 'X' ? [] : stemsOf(lower),
        quality,
        endsPhrase: /[^\s'’-]/.test(term.post),
        isPast: letter === 'V' && (tags.has('PastTense') || isUnknownPast(tags, lower)),
        isNegation: tags.has('Negative'),
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
    words[0]?.stems.length !== 0 &&
    words.at(-1)?.stems.length !== 0 &&
    words.every((word) => word.stems.length > 0 || 'IDRU'.includes(word.letter) || word.text === 'keeps')
  );
}

/** Whether neither the word before nor the word after belongs to the same noun phrase. */
function isAlone(sentence: readonly TaggedWord[], start: number, end: number): boolean {
  const [before, last, after] = [sentence[start - 1], sentence[end - 1], sentence[end]];
  const follows = before && !before.endsPhrase && 'AN'.includes(before.letter);
  const goesOn = after && !last?.endsPhrase && 'NI'.includes(after.letter);
  return !follows && !goesOn;
}

/** What somebody said or did in a conversation is no matter of its own: "support replied", "agent called". */
const SAID =
  /^(?:advised|answered|asked|called|confirmed|contacted|explained|forwarded|mentioned|promised|rang|replied|responded|said|sent|told|wrote)$/;

/** "Just-in-time" and "deleted-by-sync" say of what kind something is. */
const OF_SEVERAL_PARTS = /-\p{L}+-/u;

/** "Numbers add" is no more than the half of "numbers add up". */
const PARTICLE = /^(?:away|back|down|off|out|over|through|up)$/;

/** "The plug-in only exists" is half of what is said: for what is it, or how? */
const LEFT_OPEN = /^(?:exists?|only)$/;

/** What a verb does something to begins so: "the portal shows" is half of what is said where "the wrong sum" follows. */
const OBJECT_BEGINS = 'DNAPG';

/**
 * Whether a phrase ends before its thing is named, ends with a doing that is cut off from what is done something to, begins with one that is
 * cut off from what does it, only tells who said something, or begins with what is not done ("doesn't deserve the name").
 */
function isCut(sentence: readonly TaggedWord[], start: number, end: number): boolean {
  const [before, first, last, after] = [start - 1, start, end - 1, end].map((place) => sentence[place]);
  if (end - start > 1 && SAID.test(last?.text ?? '')) return true;
  if (OF_SEVERAL_PARTS.test(last?.text ?? '')) return true;
  if (before?.isNegation && 'VG'.includes(first?.letter ?? 'X')) return true;
  const words = sentence.slice(start, end);
  if (words.some(({ text }) => LEFT_OPEN.test(text))) return true;
  // "Jump from Team" of "the jump from Team to Enterprise".
  if (after?.text === 'to' && words.some(({ text }) => text === 'from')) return true;
  // "Eats data" of "the sync eats data": what does it is said, and is left out.
  if (
    end - start > 1 &&
    first?.letter === 'V' &&
    !first.isPast &&
    before?.letter === 'N' &&
    !before.endsPhrase
  )
    return true;
  return (
    last?.letter === 'V' &&
    !last.endsPhrase &&
    after !== undefined &&
    (OBJECT_BEGINS.includes(after.letter) || PARTICLE.test(after.text))
  );
}

/** Noun phrases, "doing something" and "something happens" in an English text, as they were written. */
export function findEnglishPhrases(text: string): NameCandidate[] {
  const found: NameCandidate[] = [];
  for (const sentence of tagSentences(text)) {
    sentence.forEach((_, start) => {
      for (let end = start + 1; end <= Math.min(start + LONGEST_PHRASE, sentence.length); end++) {
        const words = sentence.slice(start, end);
        if (isAllTopical(words)) {
          const pattern = words.map((word) => word.letter).join('');
          const phrase = phraseOf(words, pattern);
          const stems = words.flatMap((word) => word.stems);
          if (phrase !== null && !isCut(sentence, start, end) && new Set(stems).size === stems.length) {
            const isPast = words.at(-1)?.isPast ?? false;
            const isDoing = words.length > 1 && DOING.test(pattern);
            found.push({ phrase, stems, standsAlone: isAlone(sentence, start, end), isPast, isDoing });
          }
        }
        if (words.at(-1)?.endsPhrase) break;
      }
    });
  }
  return found;
}
