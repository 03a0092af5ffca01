import { EMOJI } from './lexicons/emoji';
import { keepSaid } from './machine-text';
import { findPhrase, type LexiconWord, lookUpWord, type SentimentLexicon } from './sentiment-lexicon';
import { tokenizeForSentiment } from './sentiment-tokens';

/** What the opinion words and signs of a text amount to, and what stands around them. */
export interface ValenceSum {
  /** Sum of the valences of all opinion words and signs as they stand: negated, strengthened, turned. */
  sum: number;
  /** How many there were. */
  hits: number;
  /** Sum and number of those above 0, and the strongest of them. */
  praise: number;
  praiseHits: number;
  strongestPraise: number;
  /** The same of those below 0, as positive numbers. */
  blame: number;
  blameHits: number;
  strongestBlame: number;
  /** The part of `sum` that emoji and typed faces have. */
  signs: number;
  /** The sum of the last sentence that holds an opinion. */
  last: number;
  negations: number;
  contrasts: number;
  exclamations: number;
  questions: number;
  /** Words in capitals, in a text not all in capitals. */
  shouted: number;
  /** All words, lower case without accents, in text order. */
  words: string[];
}

/** How far before an opinion word a negation or an intensity still reaches. */
const REACH = 3;
const NEGATED_PRAISE = -0.8;
/** "Not bad" is weaker praise than "bad" is blame. */
const NEGATED_BLAME = -0.5;
/** "No bugs" is as much praise as "bugs" is blame. */
const ABSENT_BLAME = -0.9;
/** How far a negation reaches over words that say nothing themselves. */
const FARTHEST = 7;
const CAPITALS = 0.6;
const EXCLAMATION = 0.3;
const MAX_EXCLAMATIONS = 3;
/** What is excepted from the praise of everything is blamed, nearly as strongly, and as much at least as by a mild word of blame. */
const EXCEPTED_PRAISE = -0.8;
const LEAST_EXCEPTED = -1;
/** A question reports less than it asks. */
const QUESTION = 0.7;
const BEFORE_CONTRAST = 0.5;
const AFTER_CONTRAST = 1.4;
const INTENSITY_DECAY = 0.85;
const MAX_SAME_SIGN = 3;

/** What the lexicon says of each token; null of anything but a word. */
type Words = readonly (LexiconWord | null)[];

/** Adds up the opinion words of a text by one language's lexicon. */
export function sumValences(text: string, lexicon: SentimentLexicon): ValenceSum {
  const tokens = tokenizeForSentiment(keepSaid(text), lexicon.splitsAtApostrophe);
  const words: (LexiconWord | null)[] = [];
  const result = makeEmptySum();
  let isAllCapitals = true;
  for (const { kind, written } of tokens) {
    const word = kind === 'word' ? lookUpWord(lexicon, written) : null;
    words.push(word);
    if (!word) continue;
    result.words.push(word.folded);
    if (word.hasLowerCase) isAllCapitals = false;
  }
  const signCounts = new Map<string, number>();

  let sentence = 0;
  let weight = 1;
  /** Whether the sentence spoke of everything. */
  let isOfAll = false;
  /** The last word of the last phrase with a negation in it: that has turned what it turns. */
  let spent = -1;
  const endSentence = (mark: string) => {
    const valence = punctuate(sentence, mark);
    result.sum += valence;
    if (valence !== 0) result.last = valence;
    sentence = 0;
    weight = 1;
    isOfAll = false;
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'clauseEnd') continue;
    if (token.kind === 'sentenceEnd') {
      countMarks(result, token.written);
      endSentence(token.written);
      continue;
    }
    const word = words[at] ?? null;
    if (word === null) {
      const seen = (signCounts.get(token.written) ?? 0) + 1;
      signCounts.set(token.written, seen);
      const valence = seen > MAX_SAME_SIGN ? 0 : (EMOJI.get(token.written) ?? 0);
      sentence += valence;
      result.signs += valence;
      countOpinion(result, valence);
      continue;
    }
    const isLoud = !isAllCapitals && word.isShouted;
    if (isLoud) result.shouted += 1;
    if (word.isNegation) result.negations += 1;
    if (word.isUniversal) isOfAll = true;
    const phrase = word.phrases ? findPhrase(word.phrases, words, at) : null;
    const isExcepted = phrase?.isException === true && isOfAll && sentence > 0;
    if (isExcepted) {
      sentence = Math.min(sentence * EXCEPTED_PRAISE, LEAST_EXCEPTED);
      countOpinion(result, sentence);
    }
    if (word.isContrast) {
      // What took something out has turned the sentence already.
      if (!isExcepted) sentence *= BEFORE_CONTRAST;
      weight = AFTER_CONTRAST;
      result.contrasts += 1;
    }
    let valence = phrase ? phrase.valence : word.valence;
    const last = at + (phrase ? phrase.words.length - 1 : 0);
    if (valence !== 0) {
      if (isLoud) valence += Math.sign(valence) * CAPITALS;
      const modified = modify(valence, { words, first: at, last, spent, phrase }, lexicon);
      sentence += weight * modified;
      countOpinion(result, modified);
    }
    if (phrase?.holdsNegation) spent = last;
    at = last;
  }
  endSentence('');
  return result;
}

const makeEmptySum = (): ValenceSum => ({
  sum: 0,
  hits: 0,
  praise: 0,
  praiseHits: 0,
  strongestPraise: 0,
  blame: 0,
  blameHits: 0,
  strongestBlame: 0,
  signs: 0,
  last: 0,
  negations: 0,
  contrasts: 0,
  exclamations: 0,
  questions: 0,
  shouted: 0,
  words: [],
});

function countOpinion(result: ValenceSum, valence: number): void {
  if (valence === 0) return;
  result.hits += 1;
  if (valence > 0) {
    result.praise += valence;
    result.praiseHits += 1;
    result.strongestPraise = Math.max(result.strongestPraise, valence);
  } else {
    result.blame -= valence;
    result.blameHits += 1;
    result.strongestBlame = Math.max(result.strongestBlame, -valence);
  }
}

function countMarks(result: ValenceSum, marks: string): void {
  for (const mark of marks) {
    if (mark === '!' || mark === '！') result.exclamations += 1;
    else if (mark === '?' || mark === '？' || mark === '؟') result.questions += 1;
  }
}

/** An opinion word or phrase where it stands. */
interface Opinion {
  words: Words;
  first: number;
  last: number;
  /** Negations up to here have turned what they turn. */
  spent: number;
  phrase: { holdsNegation: boolean } | null;
}

/** Strengthens, weakens or turns an opinion by the words around it, within its clause. */
function modify(valence: number, opinion: Opinion, lexicon: SentimentLexicon): number {
  const { words, first, last, phrase } = opinion;
  let intensity = 0;
  for (let distance = 1; distance <= REACH; distance++) {
    const before = words[first - distance];
    if (!before || before.isContrast) break;
    intensity += before.intensity * INTENSITY_DECAY ** (distance - 1);
  }
  const strengthened = valence + Math.sign(valence) * Math.max(intensity, -Math.abs(valence) / 2);
  // Negations of one clause agree with each other in the Romance languages: "no funciona nada" is no praise.
  if (phrase?.holdsNegation) return strengthened;
  const negation = findNegation(opinion);
  if (!negation && !closesWithNegation(words, last, lexicon)) return strengthened;
  if (valence > 0) return strengthened * NEGATED_PRAISE;
  return strengthened * (negation?.isAbsence ? ABSENT_BLAME : NEGATED_BLAME);
}

/** The farthest negation before an opinion that reaches it; null where none does. */
function findNegation({ words, first, spent }: Opinion): LexiconWord | null {
  let found: LexiconWord | null = null;
  let counted = 0;
  for (let at = first - 1; at > spent && at >= first - FARTHEST && counted < REACH; at--) {
    const before = words[at];
    if (!before || before.isContrast) break;
    const onlyAfter = words[at + 1]?.folded;
    if (before.isNegation && onlyAfter !== 'only' && onlyAfter !== 'just') found = before;
    if (!before.isLight) counted += 1;
  }
  return found;
}

/** German turns an opinion at the end of the clause: "gefällt mir gar nicht". */
function closesWithNegation(words: Words, from: number, lexicon: SentimentLexicon): boolean {
  if (lexicon.closingNegations.size === 0) return false;
  for (let at = from + 1; at <= from + REACH; at++) {
    const word = words[at];
    if (!word) return false;
    if (word.isClosingNegation) return !words[at + 1];
  }
  return false;
}

function punctuate(sentenceSum: number, mark: string): number {
  const exclamations = Math.min(MAX_EXCLAMATIONS, mark.split('!').length - 1);
  if (exclamations > 0) return sentenceSum + Math.sign(sentenceSum) * EXCLAMATION * exclamations;
  return /[?？؟]/.test(mark) ? sentenceSum * QUESTION : sentenceSum;
}
