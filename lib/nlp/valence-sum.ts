import { foldText } from './fold';
import { EMOJI } from './lexicons/emoji';
import { findPhrase, lookUpValence, type SentimentLexicon } from './sentiment-lexicon';
import { type SentimentToken, tokenizeForSentiment } from './sentiment-tokens';

export interface ValenceSum {
  /** Sum of the valences of all opinion words and signs as they stand: negated, strengthened, turned. */
  sum: number;
  /** How many there were. */
  hits: number;
}

/** How far before an opinion word a negation or an intensity still reaches. */
const REACH = 3;
const NEGATED_PRAISE = -0.8;
/** "Not bad" is weaker praise than "bad" is blame. */
const NEGATED_BLAME = -0.5;
const CAPITALS = 0.6;
const EXCLAMATION = 0.3;
const MAX_EXCLAMATIONS = 3;
/** A question reports less than it asks. */
const QUESTION = 0.7;
const BEFORE_CONTRAST = 0.5;
const AFTER_CONTRAST = 1.4;
const INTENSITY_DECAY = 0.85;
const MAX_SAME_SIGN = 3;

interface Word extends SentimentToken {
  folded: string;
}

/** Adds up the opinion words of a text by one language's lexicon. */
export function sumValences(text: string, lexicon: SentimentLexicon): ValenceSum {
  const tokens: Word[] = tokenizeForSentiment(text, lexicon.splitsAtApostrophe).map((token) => ({
    ...token,
    folded: token.kind === 'word' ? foldText(token.written) : '',
  }));
  const folded = tokens.map((token) => token.folded);
  const isAllCapitals = !tokens.some((token) => token.kind === 'word' && isLowerCase(token.written));
  const signCounts = new Map<string, number>();

  let sum = 0;
  let hits = 0;
  let sentence = 0;
  let weight = 1;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'clauseEnd') continue;
    if (token.kind === 'sentenceEnd') {
      sum += punctuate(sentence, token.written);
      sentence = 0;
      weight = 1;
      continue;
    }
    if (token.kind === 'sign') {
      const seen = (signCounts.get(token.written) ?? 0) + 1;
      signCounts.set(token.written, seen);
      const valence = seen > MAX_SAME_SIGN ? 0 : (EMOJI.get(token.written) ?? 0);
      sentence += valence;
      hits += valence === 0 ? 0 : 1;
      continue;
    }
    if (lexicon.contrasts.has(token.folded)) {
      sentence *= BEFORE_CONTRAST;
      weight = AFTER_CONTRAST;
    }
    const phrase = findPhrase(lexicon, folded, at);
    let valence = phrase ? phrase.valence : lookUpValence(lexicon, token.folded);
    const last = at + (phrase ? phrase.words.length - 1 : 0);
    if (valence !== 0) {
      if (!isAllCapitals && isShouted(token.written)) valence += Math.sign(valence) * CAPITALS;
      sentence += weight * modify(valence, tokens, at, last, lexicon);
      hits += 1;
    }
    at = last;
  }
  return { sum: sum + sentence, hits };
}

/** Strengthens, weakens or turns an opinion by the words around it, within its clause. */
function modify(
  valence: number,
  tokens: readonly Word[],
  first: number,
  last: number,
  lexicon: SentimentLexicon,
): number {
  let intensity = 0;
  let isNegated = false;
  for (let distance = 1; distance <= REACH; distance++) {
    const before = tokens[first - distance];
    if (before?.kind !== 'word' || lexicon.contrasts.has(before.folded)) break;
    intensity += (lexicon.intensities.get(before.folded) ?? 0) * INTENSITY_DECAY ** (distance - 1);
    const onlyAfter = tokens[first - distance + 1]?.folded;
    if (isNegation(before.folded, lexicon) && onlyAfter !== 'only' && onlyAfter !== 'just') isNegated = true;
  }
  if (closesWithNegation(tokens, last, lexicon)) isNegated = true;
  const strengthened = valence + Math.sign(valence) * Math.max(intensity, -Math.abs(valence) / 2);
  if (!isNegated) return strengthened;
  return strengthened * (valence > 0 ? NEGATED_PRAISE : NEGATED_BLAME);
}

const isNegation = (word: string, lexicon: SentimentLexicon): boolean =>
  lexicon.negations.has(word) || word.endsWith("n't");

/** German turns an opinion at the end of the clause: "gefällt mir gar nicht". */
function closesWithNegation(tokens: readonly Word[], from: number, lexicon: SentimentLexicon): boolean {
  if (lexicon.closingNegations.size === 0) return false;
  for (let at = from + 1; at <= from + REACH; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') return false;
    if (lexicon.closingNegations.has(token.folded)) return tokens[at + 1]?.kind !== 'word';
  }
  return false;
}

function punctuate(sentenceSum: number, mark: string): number {
  const exclamations = Math.min(MAX_EXCLAMATIONS, mark.split('!').length - 1);
  if (exclamations > 0) return sentenceSum + Math.sign(sentenceSum) * EXCLAMATION * exclamations;
  return /[?？؟]/.test(mark) ? sentenceSum * QUESTION : sentenceSum;
}

const isLowerCase = (word: string): boolean => word !== word.toUpperCase();
const isShouted = (word: string): boolean =>
  word.length > 1 && !isLowerCase(word) && word !== word.toLowerCase();
