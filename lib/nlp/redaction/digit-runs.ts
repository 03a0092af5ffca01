import { listMatches } from '../list-matches';
import type { TextSpan } from '../offsets';

/** What may stand between two groups of digits of one written number. */
const SEPARATOR = /^[ ()./_·-]{1,3}$/;
const OPENING = /[+(]/;
const DIGITS = /[0-9]+/g;

/**
 * The digit groups of a text, gathered into runs that may be one written number: "+44 (0)20 7946 0958" is one run of
 * four groups. The first group of a run takes in a leading "+" or "(".
 */
export function findDigitRuns(text: string): TextSpan[][] {
  const runs: TextSpan[][] = [];
  let run: TextSpan[] = [];
  let previousEnd = Number.NEGATIVE_INFINITY;
  for (const match of listMatches(text, DIGITS)) {
    const start = match.index;
    const end = start + match[0].length;
    const gap = start - previousEnd <= 3 ? text.slice(previousEnd, start) : '';
    if (!SEPARATOR.test(gap)) {
      run = [];
      runs.push(run);
    }
    run.push({ start: withOpening(text, start), end });
    previousEnd = end;
  }
  return runs;
}

/** Moves the start of a number before a "+" or an opening parenthesis that stands directly at it. */
function withOpening(text: string, start: number): number {
  let opened = start;
  while (opened > 0 && start - opened < 2 && OPENING.test(text.charAt(opened - 1))) opened--;
  return opened;
}
