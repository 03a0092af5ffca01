import { isGreeting, isLeaveTaking, isThanks, looksLikeSignature } from './courtesy';
import { foldText } from './fold';
import type { TextSpan } from './offsets';
import { hasOpinionWord } from './opinion-words';

/** A line of somebody else's mail, as mail programs quote it. */
const QUOTE_SIGN = /^(?:>|&gt;)/u;
const STARTS_LINE = /(?:^|[\n\r\u2028\u2029])\s*$/u;

/** Whether each span, a statement of a text, stands in a signature: a short line that follows a leave-taking. */
export function findSignatures(text: string, spans: readonly TextSpan[]): boolean[] {
  let hasTakenLeave = false;
  return spans.map(({ start, end }) => {
    const statement = text.slice(start, end);
    const isSigned = hasTakenLeave && looksLikeSignature(statement);
    hasTakenLeave = isSigned || isLeaveTaking(foldText(statement));
    return isSigned;
  });
}

/**
 * What a text says as a whole: itself without greeting, sign-off, signature and lines quoted from somebody else, which would lend it a
 * feeling that is not in it. Thanks stay, unless a name signs them: of labelled texts that hold some, fewer are read right without.
 * Where nothing else is there the text is taken as it stands.
 *
 * @param spans its statements, in text order
 * @param isSigned of the same, by {@link findSignatures}
 */
export function readDocument(text: string, spans: readonly TextSpan[], isSigned: readonly boolean[]): string {
  const isSaid = spans.map(({ start, end }, at) => {
    const statement = text.slice(start, end);
    const folded = foldText(statement);
    if (isSigned[at]) return hasOpinionWord(folded);
    return !(
      isGreeting(folded) ||
      (isLeaveTaking(folded) && (!isThanks(folded) || isSigned[at + 1])) ||
      (QUOTE_SIGN.test(statement) && STARTS_LINE.test(text.slice(Math.max(0, start - 20), start)))
    );
  });
  if (isSaid.every(Boolean) || !isSaid.some(Boolean)) return text;
  let said = '';
  for (const [at, { start, end }] of spans.entries()) {
    if (!isSaid[at]) continue;
    if (said !== '' && !/\s$/u.test(said)) said += ' ';
    said += text.slice(start, isSaid[at + 1] ? spans[at + 1]?.start : end);
  }
  return said;
}
