import type { ThemeDocument } from './documents';
import { splitWords } from './tokenize';

const SHORTEST = 2;
const LONGEST = 4;
/** A clause that begins or ends so hangs on what stands before or after it. */
const BEGINS_AMISS =
  /^(?:and|but|or|so|because|although|though|if|when|while|as|than|that|this|these|those|it|it's|its|i|i'm|i've|i'll|i'd|ill|we|we're|we've|we'll|he|she|they|you|to|of|for|from|with|at|in|on|by|is|was|were|has|have|had|be|been)\b/u;
const ENDS_AMISS =
  /\b(?:and|but|or|so|because|if|when|as|than|that|the|an?|my|our|your|their|its|to|of|for|from|with|at|by|is|are|was|were|be|been|has|have|had|i|we|you|they|very|too|not|please)$/u;
const JOINS_CLAUSES = /^(?:and|but)$/u;
/** Said less often, a clause is one person's words. */
const FEWEST_STATEMENTS = 3;

/**
 * The short clause that statements of a theme most often have in common, word for word: "crashed again" of "Oh dear, crashed
 * again!". One of the given stems is in it. Null where none that is fit is said by several.
 */
export function findCommonClause(
  documents: readonly ThemeDocument[],
  stems: ReadonlySet<string>,
  isFit: (clause: string) => boolean,
): string | null {
  const counts = new Map<string, number>();
  for (const document of documents) {
    for (const clause of new Set(clausesOf(document, stems))) {
      counts.set(clause, (counts.get(clause) ?? 0) + document.statements);
    }
  }
  const ranked = [...counts]
    .filter(([, statements]) => statements >= FEWEST_STATEMENTS)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return (
    ranked.find(([clause]) => !BEGINS_AMISS.test(clause) && !ENDS_AMISS.test(clause) && isFit(clause))?.[0] ??
    null
  );
}

/** Runs of two to four words between marks of punctuation, or words that join clauses, that hold one of the stems. */
function clausesOf({ segment: { text }, tokens }: ThemeDocument, stems: ReadonlySet<string>): string[] {
  const words = splitWords(text);
  const clauses: (typeof words)[] = [];
  for (const [place, word] of words.entries()) {
    const before = words[place - 1];
    const goesOn = before && /^[\s'’-]*$/.test(text.slice(before.end, word.start));
    if (JOINS_CLAUSES.test(word.lower)) clauses.push([]);
    else if (goesOn) clauses.at(-1)?.push(word);
    else clauses.push([word]);
  }
  const topical = tokens.filter(({ stem }) => stems.has(stem));
  return clauses
    .filter(({ length }) => length >= SHORTEST && length <= LONGEST)
    .filter((clause) =>
      topical.some(({ start }) => clause.some((word) => start >= word.start && start < word.end)),
    )
    .map((clause) =>
      clause
        .map(({ lower }) => lower)
        .join(' ')
        .replace(/^(?:an?|the) /u, ''),
    )
    .filter((clause) => clause.includes(' '));
}
