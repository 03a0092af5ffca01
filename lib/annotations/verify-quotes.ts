/** Words that a model says a customer wrote, in the feedback it names. */
export interface ClaimedQuote {
  feedbackId: string;
  quote: string;
}

/** Where a quote stands in the stored text of its feedback: UTF-16 code units, end exclusive. */
export interface VerifiedQuote {
  feedbackId: string;
  start: number;
  end: number;
}

/** Fewer characters could be found in almost any text and would prove nothing. */
const SHORTEST = 12;
const ENDS_IN_WORD = /[\p{L}\p{N}]$/u;
const BEGINS_WITH_WORD = /^[\p{L}\p{N}]/u;

/**
 * Keeps the quotes that stand, character for character, in the text of the feedback they name, beginning and ending at
 * the border of a word; all others are dropped and counted. Nothing is mended: a changed letter is a changed quote.
 * @param textOf the stored text by feedback id, for the feedback that was sent and no other
 */
export function verifyQuotes(
  claims: readonly ClaimedQuote[],
  textOf: ReadonlyMap<string, string>,
): { verified: VerifiedQuote[]; dropped: number } {
  const verified = new Map<string, VerifiedQuote>();
  let dropped = 0;
  for (const { feedbackId, quote } of claims) {
    const start = findWhole(textOf.get(feedbackId) ?? '', quote);
    if (start === -1 || quote.length < SHORTEST || !quote.isWellFormed()) dropped++;
    else verified.set(`${feedbackId} ${start}`, { feedbackId, start, end: start + quote.length });
  }
  return { verified: [...verified.values()], dropped };
}

function findWhole(text: string, quote: string): number {
  for (let start = text.indexOf(quote); start !== -1; start = text.indexOf(quote, start + 1)) {
    if (!tearsWord(text, start) && !tearsWord(text, start + quote.length)) return start;
  }
  return -1;
}

/** Whether a word goes on across this place. A quote is well-formed, so no surrogate pair is torn by a match. */
function tearsWord(text: string, index: number): boolean {
  return (
    ENDS_IN_WORD.test(text.slice(Math.max(0, index - 2), index)) &&
    BEGINS_WITH_WORD.test(text.slice(index, index + 2))
  );
}
