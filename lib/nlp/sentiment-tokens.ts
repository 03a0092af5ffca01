import { listMatches } from './list-matches';

/** One thing in a text that bears on its sentiment. */
export interface SentimentToken {
  kind: 'word' | 'sign' | 'clauseEnd' | 'sentenceEnd';
  /** As written: a word, an emoji or typed face (`sign`), or the punctuation. */
  written: string;
}

const FACE = String.raw`(?<![\p{L}\p{N}])[:;=]['^-]?[()[\]DPp/\\|*](?![\p{L}\p{N}/])|[:;=]-?[()](?![\p{L}\p{N}])|<3|(?<=\s|^)[)(]:(?=\s|$)`;
const EMOJI = String.raw`\p{Extended_Pictographic}`;
const SENTENCE_END = String.raw`[.!?…\n。！？؟]+`;
const CLAUSE_END = String.raw`[,;:()«»"“”]|\s[-–—]+\s`;
const makePattern = (word: string) =>
  new RegExp(`(${FACE}|${EMOJI})|(${word})|(${SENTENCE_END})|${CLAUSE_END}`, 'gu');
const WITH_APOSTROPHES = makePattern(String.raw`[\p{L}\p{M}\p{N}]+(?:['’ʼ]\p{L}+)*`);
const WITHOUT_APOSTROPHES = makePattern(String.raw`[\p{L}\p{M}\p{N}]+`);

/** Words, emoji and faces, and the ends of clauses and sentences, in text order. */
export function tokenizeForSentiment(text: string, splitsAtApostrophe: boolean): SentimentToken[] {
  const tokens: SentimentToken[] = [];
  for (const match of listMatches(text, splitsAtApostrophe ? WITHOUT_APOSTROPHES : WITH_APOSTROPHES)) {
    const written = match[0];
    if (match[2] !== undefined) tokens.push({ kind: 'word', written });
    else if (match[1] !== undefined) tokens.push({ kind: 'sign', written });
    else tokens.push({ kind: match[3] === undefined ? 'clauseEnd' : 'sentenceEnd', written });
  }
  return tokens;
}
