import { CONTRAST_WORDS } from '@/lib/nlp/contrast-words';
import type { TextSpan } from '@/lib/nlp/offsets';

/** How many words on each side of an aspect still speak of it. */
const REACH_WORDS = 6;
const CLAUSE_END = /[.!?;,)]$/;
const JOINS = new Set([...(CONTRAST_WORDS.get('en') ?? []), 'and', 'while']);

/**
 * The words of an English statement around one of its aspects: they end at the end of a clause, at a word that joins or turns
 * clauses, and at the next aspect.
 *
 * @param statement what is to be looked at of the text
 * @param others the places of its other aspects, as far as they are known
 */
export function findAspectWindow(
  text: string,
  statement: TextSpan,
  aspect: TextSpan,
  others: readonly TextSpan[],
): TextSpan {
  const words = [...text.slice(statement.start, statement.end).matchAll(/\S+/g)].map(
    ({ 0: word, index }) => ({
      start: statement.start + index,
      end: statement.start + index + word.length,
      joins: JOINS.has(word.toLowerCase().replace(/\W/g, '')),
      endsClause: CLAUSE_END.test(word),
    }),
  );
  const isOther = ({ start, end }: TextSpan) =>
    others.some((other) => other.start < end && start < other.end);
  const first = words.findIndex(({ end }) => end > aspect.start);
  const last = words.findLastIndex(({ start }) => start < aspect.end);
  let from = first;
  while (from > 0 && first - from < REACH_WORDS && !words[from]?.joins) {
    const before = words[from - 1];
    if (!before || before.endsClause || isOther(before)) break;
    from -= 1;
  }
  let to = last;
  while (to + 1 < words.length && to - last < REACH_WORDS && !words[to]?.endsClause) {
    const after = words[to + 1];
    if (!after || after.joins || isOther(after)) break;
    to += 1;
  }
  return { start: words[from]?.start ?? aspect.start, end: words[to]?.end ?? aspect.end };
}
