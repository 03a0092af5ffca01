/** One thing judged: what it is, and what was said of it. */
export interface Judgement {
  truth: string;
  said: string;
}

/**
 * Macro-F1, 0..1: the harmonic mean of precision and recall of each name, averaged with every name counting alike, so
 * that a rare one weighs as much as a common one. Names are those that occur on either side; one that is said but never
 * true, or true but never said, counts 0. Null without judgements.
 * Source: Sokolova & Lapalme 2009; scikit-learn's `f1_score(average='macro')`.
 */
export function computeMacroF1(judgements: Iterable<Judgement>): number | null {
  const names = new Map<string, { right: number; truth: number; said: number }>();
  const of = (name: string) => {
    const counts = names.get(name) ?? { right: 0, truth: 0, said: 0 };
    names.set(name, counts);
    return counts;
  };
  for (const { truth, said } of judgements) {
    of(truth).truth++;
    of(said).said++;
    if (truth === said) of(truth).right++;
  }
  if (names.size === 0) return null;
  let sum = 0;
  for (const { right, truth, said } of names.values()) sum += (2 * right) / (truth + said);
  return sum / names.size;
}
