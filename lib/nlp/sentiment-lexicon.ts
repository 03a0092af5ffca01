import { foldText } from './fold';

/** Word lists by valence (about -4 to 4), as written in a lexicon file: words parted by spaces. */
export type ValenceLists = Record<string, string>;

/** The words of one language that a lexicon file holds. Everything may be written with accents; look-ups are folded. */
export interface LexiconSource {
  /** `word`, `stem*` (any ending), `several_words` (a phrase; it may end in a stem). Later lists win over earlier ones. */
  valences: readonly ValenceLists[];
  /** Words that turn the opinion of the next words. */
  negations: string;
  /** Of these, the ones that say a thing is not there: "no bugs" is praise, "not slow" hardly. */
  absences?: string;
  /** Words over which a negation reaches further, for they say nothing themselves: "don't think it is any good". */
  lightWords?: string;
  /** Words that speak of everything, and such as take something out of it again: "all fine except the search" blames the search. */
  universals?: string;
  /** Words or phrases. */
  exceptions?: string;
  /** Negations that may close a clause and turn the words before them, as in German "gefällt mir nicht". */
  closingNegations?: string;
  /** How much a word before an opinion word adds to its strength (negative: takes away). */
  intensities: ValenceLists;
  /** Words after which a sentence turns to what matters more. */
  contrasts: string;
  /** Whether an apostrophe parts two words ("l'accueil") rather than ending one ("don't"). */
  splitsAtApostrophe?: boolean;
}

interface Phrase {
  words: readonly string[];
  valence: number;
  /** It says already what its negation turns ("not happy", "ne marche"). */
  holdsNegation: boolean;
  /** It takes something out of what was said of everything. */
  isException: boolean;
}

/** A lexicon ready for look-up; all keys are folded. */
export interface SentimentLexicon {
  words: ReadonlyMap<string, number>;
  stems: ReadonlyMap<string, number>;
  /** By first word, the longest first. */
  phrases: ReadonlyMap<string, readonly Phrase[]>;
  negations: ReadonlySet<string>;
  absences: ReadonlySet<string>;
  lightWords: ReadonlySet<string>;
  universals: ReadonlySet<string>;
  closingNegations: ReadonlySet<string>;
  intensities: ReadonlyMap<string, number>;
  contrasts: ReadonlySet<string>;
  splitsAtApostrophe: boolean;
  /** What was looked up before, by the word as written. */
  known: Map<string, LexiconWord>;
}

/** All that a lexicon and its look say of a word as it is written. */
export interface LexiconWord {
  folded: string;
  valence: number;
  /** That begin with it, the longest first. */
  phrases: readonly Phrase[] | undefined;
  isNegation: boolean;
  isClosingNegation: boolean;
  isAbsence: boolean;
  isLight: boolean;
  isUniversal: boolean;
  isContrast: boolean;
  /** 0 where it adds nothing. */
  intensity: number;
  /** Not all in capitals. */
  hasLowerCase: boolean;
  /** All in capitals, and more than one letter. */
  isShouted: boolean;
}

/** Texts hold few different words; more than these are a corpus, and its rare ones are not worth keeping. */
const MOST_KNOWN_WORDS = 16_384;
const LONGEST_KNOWN_WORD = 24;

const MIN_STEM_LENGTH = 3;
/** No stem is longer; keeps the look-up of a "word" of a megabyte cheap. */
const MAX_STEM_LENGTH = 24;

const listWords = (words: string): string[] => foldText(words).split(/\s+/).filter(Boolean);

export function buildLexicon(source: LexiconSource): SentimentLexicon {
  const words = new Map<string, number>();
  const stems = new Map<string, number>();
  const phrases = new Map<string, Phrase[]>();
  const negations = new Set(listWords(source.negations));
  const add = (phrase: Phrase) => {
    const first = phrase.words[0] ?? '';
    phrases.set(first, [...(phrases.get(first) ?? []), phrase]);
  };
  for (const [valence, entry] of source.valences.flatMap(listEntries)) {
    const parts = entry.split('_');
    if (parts.length > 1) {
      const holdsNegation = parts.some((part) => isNegation(negations, part));
      add({ words: parts, valence, holdsNegation, isException: false });
    } else if (entry.endsWith('*')) stems.set(entry.slice(0, -1), valence);
    else words.set(entry, valence);
  }
  for (const entry of listWords(source.exceptions ?? '')) {
    add({ words: entry.split('_'), valence: 0, holdsNegation: false, isException: true });
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    words,
    stems,
    phrases,
    negations,
    absences: new Set(listWords(source.absences ?? '')),
    lightWords: new Set(listWords(source.lightWords ?? '')),
    universals: new Set(listWords(source.universals ?? '')),
    closingNegations: new Set(listWords(source.closingNegations ?? '')),
    intensities: new Map(listEntries(source.intensities).map(([intensity, word]) => [word, intensity])),
    contrasts: new Set(listWords(source.contrasts)),
    splitsAtApostrophe: source.splitsAtApostrophe ?? false,
    known: new Map(),
  };
}

const isNegation = (negations: ReadonlySet<string>, folded: string): boolean =>
  negations.has(folded) || folded.endsWith("n't");

function listEntries(lists: ValenceLists): [valence: number, entry: string][] {
  return Object.entries(lists).flatMap(([valence, words]) =>
    listWords(words).map((word): [number, string] => [Number(valence), word]),
  );
}

/** Everything about one word, remembered. */
export function lookUpWord(lexicon: SentimentLexicon, written: string): LexiconWord {
  const known = lexicon.known.get(written);
  if (known) return known;
  if (written.length > LONGEST_KNOWN_WORD) return readWord(lexicon, written);
  // A copy: a part of a text would keep the whole of it in memory.
  const copy = Buffer.from(written, 'utf16le').toString('utf16le');
  const word = readWord(lexicon, copy);
  if (lexicon.known.size >= MOST_KNOWN_WORDS) lexicon.known.clear();
  lexicon.known.set(copy, word);
  return word;
}

function readWord(lexicon: SentimentLexicon, written: string): LexiconWord {
  const folded = foldText(written);
  const hasLowerCase = written !== written.toUpperCase();
  return {
    folded,
    valence: lookUpValence(lexicon, folded),
    phrases: lexicon.phrases.get(folded),
    isNegation: isNegation(lexicon.negations, folded),
    isAbsence: lexicon.absences.has(folded),
    isLight: lexicon.lightWords.has(folded),
    isUniversal: lexicon.universals.has(folded),
    isClosingNegation: lexicon.closingNegations.has(folded),
    isContrast: lexicon.contrasts.has(folded),
    intensity: lexicon.intensities.get(folded) ?? 0,
    hasLowerCase,
    isShouted: written.length > 1 && !hasLowerCase && written !== written.toLowerCase(),
  };
}

/** The valence of one folded word, 0 where the lexicon does not know it. The longest stem wins. */
function lookUpValence(lexicon: SentimentLexicon, word: string): number {
  const exact = lexicon.words.get(word);
  if (exact !== undefined) return exact;
  if (lexicon.stems.size === 0) return 0;
  for (let length = Math.min(word.length, MAX_STEM_LENGTH); length >= MIN_STEM_LENGTH; length--) {
    const valence = lexicon.stems.get(word.slice(0, length));
    if (valence !== undefined) return valence;
  }
  return 0;
}

/** The phrase of these that begins at a position of a text's words, where anything else is null; or null. */
export function findPhrase(
  candidates: readonly Phrase[],
  words: readonly (LexiconWord | null)[],
  at: number,
): Phrase | null {
  return (
    candidates.find((phrase) =>
      phrase.words.every((word, index) => matches(words[at + index]?.folded, word)),
    ) ?? null
  );
}

const matches = (word: string | undefined, pattern: string): boolean =>
  pattern.endsWith('*') ? (word?.startsWith(pattern.slice(0, -1)) ?? false) : word === pattern;
