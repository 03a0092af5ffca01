import type { Vocabulary } from './tfidf';
import type { Theme, ThemeScorer } from './theme-model';

/** Terms kept of a scorer: those that weigh most, for and against. */
const MOST_TERMS = 200;
const LARGEST_BYTE = 127;
const DECIMALS = 4;
const SCALE_DIGITS = 5;
/** A theme that was not trained: how its cosine becomes a score. About .5 at a cosine of .3. */
const UNTRAINED = { constant: -2.7, cosine: 9 };

/** Column `place` of weights as {@link fitOneAgainstRest} lays them out, made small. */
export function packScorer(
  weights: Float32Array,
  classCount: number,
  place: number,
  meaningWidth: number,
  vocabulary: Vocabulary,
): ThemeScorer {
  const at = (feature: number) => weights[feature * classCount + place] ?? 0;
  const terms = vocabulary.terms
    .map((term, column): [string, number] => [term, Number(at(meaningWidth + column).toFixed(DECIMALS))])
    .filter(([, weight]) => weight !== 0)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_TERMS);
  const meaning = Array.from({ length: meaningWidth }, (_, feature) => at(feature));
  const largest = Math.max(...meaning.map(Math.abs), 0);
  // Few digits: packed again it is the same.
  const meaningScale = Number((largest / LARGEST_BYTE).toPrecision(SCALE_DIGITS)) || 1;
  const bytes = Int8Array.from(meaning, (weight) => Math.round(weight / meaningScale));
  return {
    constant: Number(at(meaningWidth + vocabulary.terms.length).toFixed(DECIMALS)),
    terms,
    meaning: Buffer.from(bytes.buffer).toString('base64'),
    meaningScale,
  };
}

/** Writes a theme's scorer, or what stands for one, into column `place` of the weights. */
export function unpackScorer(
  { scorer, centroid }: Pick<Theme, 'scorer' | 'centroid'>,
  weights: Float32Array,
  classCount: number,
  place: number,
  meaningWidth: number,
  vocabulary: Vocabulary,
): void {
  const put = (feature: number, weight: number) => {
    weights[feature * classCount + place] = weight;
  };
  const bytes = new Int8Array(Buffer.from(scorer?.meaning ?? '', 'base64'));
  bytes.forEach((byte, feature) => {
    if (feature < meaningWidth) put(feature, byte * (scorer?.meaningScale ?? 0));
  });
  const terms = scorer
    ? scorer.terms
    : centroid.map(([term, weight]): [string, number] => [term, weight * UNTRAINED.cosine]);
  for (const [term, weight] of terms) {
    const column = vocabulary.columnOf.get(term);
    if (column !== undefined) put(meaningWidth + column, weight);
  }
  put(meaningWidth + vocabulary.terms.length, scorer ? scorer.constant : UNTRAINED.constant);
}
