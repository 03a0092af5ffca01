import type { ValenceSum } from '../valence-sum';

/** How many numbers {@link computeLexiconFeatures} gives. */
export const LEXICON_FEATURES = 16;

/** The sum of valences at which a squashed sum is 0.71; Hutto and Gilbert's constant (VADER, 2014). */
const SATURATION = 15;
const STRONGEST = 4;
const MOST_MARKS = 3;
const HALF_WORDS = 20;

/** What the opinion words of a text say, as numbers within about -1..1. */
export function computeLexiconFeatures(sum: ValenceSum): Float64Array {
  const words = Math.max(1, sum.words.length);
  return new Float64Array([
    squash(sum.sum),
    squash(sum.praise),
    squash(sum.blame),
    Math.log1p(sum.praiseHits) / 2,
    Math.log1p(sum.blameHits) / 2,
    sum.strongestPraise / STRONGEST,
    sum.strongestBlame / STRONGEST,
    squash(sum.signs),
    squash(sum.last),
    sum.hits === 0 ? 1 : 0,
    Math.min(sum.negations, MOST_MARKS) / MOST_MARKS,
    Math.min(sum.contrasts, 1),
    Math.min(sum.exclamations, MOST_MARKS) / MOST_MARKS,
    Math.min(sum.questions, MOST_MARKS) / MOST_MARKS,
    Math.min(1, (2 * sum.shouted) / words),
    words / (words + HALF_WORDS),
  ]);
}

const squash = (sum: number): number => sum / Math.sqrt(sum * sum + SATURATION);
