import { foldText } from '../fold';
import { UNLABELLED_LANGUAGES } from '../kinds/unlabelled-languages';
import { listMatches } from '../list-matches';
import { makeWordGate, type WordGate } from '../word-gate';
import { ENGLISH_INTENTS } from './english';
import { FRENCH_INTENTS } from './french';
import { GERMAN_INTENTS } from './german';
import { type Intent, type IntentName, type IntentPatterns, intentNames } from './intent';
import { ITALIAN_INTENTS } from './italian';
import { PORTUGUESE_INTENTS } from './portuguese';
import { SPANISH_INTENTS } from './spanish';

const PATTERNS: ReadonlyMap<string, IntentPatterns> = new Map([
  ['de', GERMAN_INTENTS],
  ['en', ENGLISH_INTENTS],
  ['es', SPANISH_INTENTS],
  ['fr', FRENCH_INTENTS],
  ['it', ITALIAN_INTENTS],
  ['pt', PORTUGUESE_INTENTS],
]);

const CERTAINTIES = ['clear', 'likely'] as const;
/**
 * Of the finds of each group of patterns in English and French, the share that was meant so: the lower end of its 95 % interval.
 * Finds in reviews and comments were read by one reader, requests to close an account are labelled by the makers of the
 * data; `npm run bench -- kinds` counts both.
 */
const CONFIDENCE: Record<IntentName, Record<(typeof CERTAINTIES)[number], number>> = {
  churn: { clear: 0.9, likely: 0.69 },
  effort: { clear: 0.92, likely: 0.77 },
  urgency: { clear: 0.78, likely: 0.48 },
};
/** In languages whose finds nobody read: no more than the lower end of that of English and French which has the lower one. */
const MOST_UNREAD: Record<IntentName, number> = { churn: 0.84, effort: 0.75, urgency: 0.65 };
/** Beyond this a statement is a document; keeps a megabyte cheap. */
const READ_LENGTH = 2000;
/** How much of what stands before a match can deny it. */
const REACH = 60;

/**
 * The churn, effort and urgency that a statement expresses, each at most once with its clearest words, in text order.
 * Offsets are UTF-16 code units into `text`. By rules for English, French, German, Spanish, Italian and Portuguese; other
 * languages give nothing.
 *
 * @param language ISO 639-1; null reads as English
 */
export function findIntents(text: string, language: string | null): Intent[] {
  const patterns = PATTERNS.get(language ?? 'en');
  if (!patterns) return [];
  const read = text.slice(0, READ_LENGTH);
  const worthTrying = getGate(patterns)(foldText(read));
  if (worthTrying === 0) return [];
  const { folded, places } = foldInPlace(read);
  const found = intentNames.flatMap((intent, row): Intent[] => {
    for (const [column, certainty] of CERTAINTIES.entries()) {
      if ((worthTrying & (1 << (row * CERTAINTIES.length + column))) === 0) continue;
      const match = findUndenied(folded, intent, patterns, certainty);
      if (match) {
        const start = places[match.index] ?? 0;
        const end = places[match.index + match[0].length] ?? text.length;
        return [{ intent, start, end, confidence: confidenceOf(intent, certainty, language ?? 'en') }];
      }
    }
    return [];
  });
  return found.sort((one, other) => one.start - other.start);
}

function confidenceOf(intent: IntentName, certainty: (typeof CERTAINTIES)[number], language: string): number {
  const measured = CONFIDENCE[intent][certainty];
  return UNLABELLED_LANGUAGES.includes(language) ? Math.min(measured, MOST_UNREAD[intent]) : measured;
}

const gates = new Map<IntentPatterns, WordGate>();

/** Before the patterns of a language, by intent and within it by certainty. */
function getGate(patterns: IntentPatterns): WordGate {
  const known = gates.get(patterns);
  if (known) return known;
  const gate = makeWordGate(
    intentNames.flatMap((intent) => CERTAINTIES.map((certainty) => patterns[certainty][intent])),
  );
  gates.set(patterns, gate);
  return gate;
}

function findUndenied(
  folded: string,
  intent: IntentName,
  { denied, done, ...patterns }: IntentPatterns,
  certainty: 'clear' | 'likely',
): RegExpExecArray | undefined {
  return listMatches(folded, patterns[certainty][intent]).find(({ index }) => {
    const before = folded.slice(Math.max(0, index - REACH), index);
    return !denied.test(before) && !(intent === 'urgency' && done.test(before));
  });
}

const NOT_ASCII = /[^\0-\x7f]/;
/** Plain letters fold to one letter each, so each stands where it stood. */
const OWN_PLACES: readonly number[] = Array.from({ length: READ_LENGTH + 1 }, (_, place) => place);

/** A text folded letter by letter, and for each letter of it, and its end, the place in the text that it comes from. */
function foldInPlace(text: string): { folded: string; places: readonly number[] } {
  if (!NOT_ASCII.test(text)) {
    const folded = text.toLowerCase().replace(/\s/g, ' ');
    return { folded, places: OWN_PLACES };
  }
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const one = /\s/.test(letter) ? ' ' : foldText(letter);
    for (let index = 0; index < one.length; index++) places.push(at);
    folded += one;
    at += letter.length;
  }
  places.push(at);
  return { folded, places };
}
