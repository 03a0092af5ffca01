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
/** Sticky: it tells what stands at one place. */
const makePattern = (word: string) =>
  new RegExp(`(${FACE}|${EMOJI})|(${word})|(${SENTENCE_END})|${CLAUSE_END}`, 'uy');
const WITH_APOSTROPHES = makePattern(String.raw`[\p{L}\p{M}\p{N}]+(?:['’ʼ]\p{L}+)*`);
const WITHOUT_APOSTROPHES = makePattern(String.raw`[\p{L}\p{M}\p{N}]+`);

const SPACE = 0x20;
const HYPHEN = 0x2d;
const APOSTROPHE = 0x27;
const AFTER_ASCII = 0x80;

const isPlainLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);

/** Words, emoji and faces, and the ends of clauses and sentences, in text order. */
export function tokenizeForSentiment(text: string, splitsAtApostrophe: boolean): SentimentToken[] {
  const pattern = splitsAtApostrophe ? WITHOUT_APOSTROPHES : WITH_APOSTROPHES;
  const tokens: SentimentToken[] = [];
  for (let at = 0; at < text.length; ) {
    // Most of a text is plain words and single spaces, for which the pattern takes longer than a look.
    const plainEnd = findPlainEnd(text, at);
    if (plainEnd > at) {
      if (text.charCodeAt(at) !== SPACE) tokens.push({ kind: 'word', written: text.slice(at, plainEnd) });
      at = plainEnd;
      continue;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      continue;
    }
    const written = match[0];
    if (match[2] !== undefined) tokens.push({ kind: 'word', written });
    else if (match[1] !== undefined) tokens.push({ kind: 'sign', written });
    else tokens.push({ kind: match[3] === undefined ? 'clauseEnd' : 'sentenceEnd', written });
    at += written.length;
  }
  return tokens;
}

/** The end of a space or of a word of plain letters that begins at a place; the place itself where either may be more than that. */
function findPlainEnd(text: string, start: number): number {
  let end = start;
  if (text.charCodeAt(start) === SPACE) {
    const next = text.charCodeAt(start + 1);
    return next === HYPHEN || next >= AFTER_ASCII ? start : start + 1;
  }
  while (isPlainLetter(text.charCodeAt(end))) end++;
  const next = text.charCodeAt(end);
  return next === APOSTROPHE || next >= AFTER_ASCII ? start : end;
}
