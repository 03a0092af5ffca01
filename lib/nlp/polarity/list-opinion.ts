import type { Chances } from './linear-model';

/** A list's score as a chance is |score| to these powers. */
interface ListPowers {
  praise: number;
  blame: number;
}

/**
 * What a word list says of a text in which it knows a word.
 *
 * @param score -1..1, the first of the lexicon features
 */
export function predictByList(score: number, { praise, blame }: ListPowers): Chances {
  const chance = Math.abs(score) ** (score < 0 ? blame : praise);
  return score < 0 ? [chance, 1 - chance, 0] : [0, 1 - chance, chance];
}
