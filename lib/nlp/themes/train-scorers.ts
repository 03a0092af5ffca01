import type { Clusters } from './cluster-documents';
import { type ConfidenceCase, computeLeads, fitConfidence } from './confidence';
import { fitOneAgainstRest, type LabelledRow, scoreClasses } from './one-against-rest';
import { packScorer } from './scorers';
import type { Vocabulary } from './tfidf';
import { featuresOf, type ReadableRows } from './theme-features';
import type { ThemeScorer, ThemeThresholds } from './theme-model';

/** Texts learned from; of more every so many is taken. */
const MOST_ROWS = 12_000;
const EPOCHS = 6;
/** After the rehearsal, on from its weights, with the texts that were held out among the others. */
const LAST_EPOCHS = 2;
/** Times the texts are gone through in all. */
export const TRAINING_ROUNDS = EPOCHS + LAST_EPOCHS;
/** Every so many is held out to measure confidence. */
const HELD_OUT = 5;
/** A theme that scores less than this is not in question: a chance below one in 50. */
const LOWEST_SCORE = -4;

/**
 * Trains what assigns texts to the themes found, themes first, then sub-themes; the confidence of its scores is measured on
 * a fifth of the texts held out. A text in no theme counts against all. Where sentence vectors are given, they are looked at too.
 * @param onRound told after each of {@link TRAINING_ROUNDS}
 */
export function trainScorers(
  rows: ReadableRows,
  clusters: Clusters,
  vocabulary: Vocabulary,
  seed: number,
  onRound?: () => void,
): { scorers: ThemeScorer[]; confidenceWeights: ThemeThresholds['confidenceWeights'] } {
  const { themes, subthemes, themeCount, parentOf } = clusters;
  const classCount = themeCount + parentOf.length;
  const width = rows.meaning.width + (rows.sentence?.width ?? 0);
  const featureCount = width + vocabulary.terms.length;
  const step = Math.ceil(themes.length / MOST_ROWS) || 1;
  const labelled: LabelledRow[] = [];
  for (let row = 0; row < themes.length; row += step) {
    const theme = themes[row] ?? -1;
    const subtheme = subthemes[row] ?? -1;
    const isOf = [...(theme >= 0 ? [theme] : []), ...(subtheme >= 0 ? [themeCount + subtheme] : [])];
    labelled.push({ features: featuresOf(rows, row), isOf });
  }
  const isHeldOut = (_: unknown, place: number) => place % HELD_OUT === HELD_OUT - 1;
  const learned = labelled.filter((row, place) => !isHeldOut(row, place));
  const fit = (some: readonly LabelledRow[], epochs: number, start?: Float32Array) =>
    fitOneAgainstRest(some, classCount, featureCount, {
      ...{ epochs, seed, onEpoch: onRound },
      ...(start && { start }),
    });
  const rehearsal = fit(learned, EPOCHS);
  const scores = new Float64Array(classCount);
  const themePlaces = Array.from({ length: themeCount }, (_, place) => place);
  const subthemePlaces = parentOf.map((_, place) => themeCount + place);
  const cases = labelled.filter(isHeldOut).flatMap(({ features, isOf }): ConfidenceCase[] => {
    scoreClasses(rehearsal, classCount, featureCount, features, scores);
    return [themePlaces, subthemePlaces].flatMap((places) => {
      const leads = computeLeads(scores, places);
      return places
        .map((place, at) => ({
          score: scores[place] ?? 0,
          lead: leads[at] ?? 0,
          isRight: isOf.includes(place),
        }))
        .filter(({ score, isRight }) => isRight || score > LOWEST_SCORE);
    });
  });
  const weights = fit(labelled, LAST_EPOCHS, rehearsal);
  return {
    scorers: Array.from({ length: classCount }, (_, place) =>
      packScorer(weights, classCount, place, width, vocabulary),
    ),
    confidenceWeights: fitConfidence(cases),
  };
}
