import type { ThemeDocument } from './documents';
import { splitWords } from './tokenize';

const SHORTEST = 2;
const LONGEST = 4;
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
  return ranked.find(([clause]) => isFit(clause))?.[0] ?? null;
}

/** Runs of two to four words between marks of punctuation that hold one of the stems. */
function clausesOf({ segment: { text }, tokens }: ThemeDocument, stems: ReadonlySet<string>): string[] {
  const words = splitWords(text);
  const clauses: (typeof words)[] = [];
  for (const [place, word] of words.entries()) {
    const before = words[place - 1];
    const goesOn = before && /^[\s'’-]*$/.test(text.slice(before.end, word.start));
    if (goesOn) clauses.at(-1)?.push(word);
    else clauses.push([word]);
  }
  const topical = tokens.filter(({ stem }) => stems.has(stem));
  return clauses
    .filter(({ length }) => length >= SHORTEST && length <= LONGEST)
    .filter((clause) =>
      topical.some(({ start }) => clause.some((word) => start >= word.start && start < word.end)),
    )
    .map((clause) => clause.map(({ lower }) => lower).join(' '));
}
