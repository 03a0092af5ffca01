import type { SentenceVector } from '../encoder/sentence-vector';
import type { Lane } from '../engine';
import {
  arrange,
  type CompiledThemeModel,
  confidenceOf,
  type LaneScorer,
  layOutWeights,
} from './compiled-model';
import {
  type ConfidenceCase,
  type ConfidenceWeights,
  chanceOf,
  computeLeads,
  fitConfidence,
} from './confidence';
import { fitOneAgainstRest, type LabelledRow, scoreClasses } from './one-against-rest';
import { buildVocabulary, countTerms, makeVocabulary, type Vocabulary } from './tfidf';
import { featuresOf, readSegments } from './theme-features';
import type { FoundTheme, ThemeModel } from './theme-model';
import { tokenize } from './tokenize';

/**
 * `language` is an ISO 639-1 code, null when nobody has said; `vector` what it means by the sentence encoder, null or absent
 * where that did not read it.
 */
export type ExampleText = { text: string; language: string | null; vector?: SentenceVector | null };

/** A theme with all that people said of it. */
export type TrainableTheme = {
  key: string;
  /** What a discovery found of it, null for a theme that people made. */
  found: FoundTheme | null;
  /** The theme that it was found within, as a sub-theme of it; null or absent for one that stands for itself. */
  parentKey?: string | null;
  /** Texts of which people said: this is it, and: this is not. */
  positives: readonly ExampleText[];
  negatives: readonly ExampleText[];
  /** Its name, definition and words: one example more of a theme that people made. */
  description: ExampleText;
};

/** What a discovery knows beside its themes. */
export type TrainingBase = Pick<ThemeModel, 'vocabulary' | 'thresholds'>;

const DEFAULT_MIN_CONFIDENCE = 0.3;
const SEED = 1;
const MAX_TERMS = 20_000;
/** A term that the discovery did not know is a rare one. */
const RARE_IDF = 6;
/** Few texts are gone through often, many less often. */
const MOST_EPOCHS = 40;
const FEWEST_EPOCHS = 10;
const ROWS_TIMES_EPOCHS = 30_000;
/** From this many texts on confidence is measured, in so many parts each held out once; of many texts one part is enough. */
const FEWEST_TO_MEASURE = 60;
const FOLDS = 3;
const MANY_TEXTS = 3000;
/** Another theme that already has this chance of a text may well be right, too: the text teaches nothing about it. */
const MAY_BE_TOO = 0.3;
/** Of themes that people made from nothing: below this a score is not in question. */
const LOWEST_SCORE = -4;

type Said = { example: ExampleText; isOf: Set<number>; isNotOf: Set<number> };

/**
 * Makes the classifier of a workspace's themes from what discovery found and what people said: logistic regression of each
 * theme against the rest, started from what was found and moved by the examples. A text given as an example of one theme
 * counts against all others, but for those that are likely of it anyway; an example of a sub-theme is one of its theme. It is
 * trained in the fast lane from all examples, and in the full lane from those whose sentence vector is known: not at all
 * where a theme that people made has none, neither of its description nor of an example. The same input gives the same classifier.
 */
export function trainThemes(
  base: TrainingBase | null,
  themes: readonly TrainableTheme[],
): CompiledThemeModel {
  const placeOf = new Map(themes.map(({ key }, place) => [key, place]));
  const parents = themes.map(({ parentKey }) => (parentKey ? placeOf.get(parentKey) : undefined));
  const said = gatherExamples(themes, parents);
  const vocabulary = extendVocabulary(base, said);
  const canSee = themes.every(
    ({ found, description, positives }) =>
      found ?? (description.vector || positives.some(({ vector }) => vector)),
  );
  const train = (lane: Lane, some: readonly Said[]) =>
    trainLane(base, themes, parents, some, vocabulary, lane);
  return {
    ...arrange(
      themes.map(({ key }, place) => ({
        key,
        parentKey: themes[parents[place] ?? -1]?.key ?? null,
        isTrained: true,
      })),
    ),
    vocabulary,
    minConfidence: base?.thresholds.minConfidence ?? DEFAULT_MIN_CONFIDENCE,
    fast: train('fast', said),
    full: canSee
      ? train(
          'full',
          said.filter(({ example }) => example.vector),
        )
      : null,
  };
}

function trainLane(
  base: TrainingBase | null,
  themes: readonly TrainableTheme[],
  parents: readonly (number | undefined)[],
  said: readonly Said[],
  vocabulary: Vocabulary,
  lane: Lane,
): LaneScorer {
  const classCount = themes.length;
  const { weights: start, featureCount } = layOutWeights(
    themes.map(({ found }) => found),
    vocabulary,
    lane,
  );
  const alone = readSegments(
    said.map(({ example }) => example),
    vocabulary,
    lane,
  );
  const scores = new Float64Array(classCount);
  const rows = said.map(({ isOf, isNotOf }, row): LabelledRow => {
    const features = featuresOf(alone, row);
    scoreClasses(start, classCount, featureCount, features, scores);
    const isUnsure = (place: number) =>
      !isOf.has(place) &&
      !isNotOf.has(place) &&
      (isOf.size === 0 ||
        isOf.has(parents[place] ?? -1) ||
        (themes[place]?.found != null && chanceOf(scores[place] ?? 0) >= MAY_BE_TOO));
    return { features, isOf: [...isOf], isUnsureOf: [...themes.keys()].filter(isUnsure) };
  });
  const epochs = Math.min(
    MOST_EPOCHS,
    Math.max(FEWEST_EPOCHS, Math.round(ROWS_TIMES_EPOCHS / Math.max(1, rows.length))),
  );
  const fit = (some: readonly LabelledRow[]) =>
    fitOneAgainstRest(some, classCount, featureCount, { epochs, seed: SEED, start, isSteady: true });
  return {
    lane,
    weights: fit(rows),
    featureCount,
    confidenceWeights: base
      ? confidenceOf(base.thresholds, lane)
      : measureConfidence(rows, classCount, featureCount, fit),
  };
}

/** Every text that people named, once, with the themes it is of and those it is not of. */
function gatherExamples(themes: readonly TrainableTheme[], parents: readonly (number | undefined)[]): Said[] {
  const said = new Map<string, Said>();
  const note = (example: ExampleText): Said => {
    const known = said.get(example.text) ?? { example, isOf: new Set(), isNotOf: new Set() };
    said.set(example.text, known);
    return known;
  };
  themes.forEach(({ positives, negatives, found, description }, place) => {
    const places = [place, ...(parents[place] === undefined ? [] : [parents[place]])];
    for (const example of positives) {
      for (const each of places) note(example).isOf.add(each);
    }
    for (const example of negatives) note(example).isNotOf.add(place);
    if (!found) note(description).isOf.add(place);
  });
  return [...said.values()];
}

/** The terms of the discovery and those of the examples. */
function extendVocabulary(base: TrainingBase | null, said: readonly Said[]): Vocabulary {
  const documents = said.map(({ example }) => ({
    terms: countTerms(tokenize(example.text, example.language)),
    statements: 1,
  }));
  const own = buildVocabulary(documents, { minStatements: 1, maxTerms: MAX_TERMS });
  if (!base) return own;
  const added = own.terms.map((term): [string, number] => [term, RARE_IDF]);
  return makeVocabulary(Object.entries({ ...Object.fromEntries(added), ...base.vocabulary }));
}

/** Holds out each part of the texts once; few texts tell nothing, and scores are taken at their word. */
function measureConfidence(
  rows: readonly LabelledRow[],
  classCount: number,
  featureCount: number,
  fit: (rows: readonly LabelledRow[]) => Float32Array,
): ConfidenceWeights {
  if (rows.length < FEWEST_TO_MEASURE) return fitConfidence([]);
  const places = Array.from({ length: classCount }, (_, place) => place);
  const scores = new Float64Array(classCount);
  const cases: ConfidenceCase[] = [];
  for (let fold = 0; fold < (rows.length < MANY_TEXTS ? FOLDS : 1); fold++) {
    const weights = fit(rows.filter((_, row) => row % FOLDS !== fold));
    rows.forEach(({ features, isOf, isUnsureOf = [] }, row) => {
      if (row % FOLDS !== fold) return;
      scoreClasses(weights, classCount, featureCount, features, scores);
      const leads = computeLeads(scores, places);
      for (const place of places) {
        const score = scores[place] ?? 0;
        const isRight = isOf.includes(place);
        if (isUnsureOf.includes(place) || (!isRight && score <= LOWEST_SCORE)) continue;
        cases.push({ score, lead: leads[place] ?? 0, isRight });
      }
    });
  }
  return fitConfidence(cases);
}
