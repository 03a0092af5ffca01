import { assignThemes, compileThemeModel } from '@/lib/nlp/themes/assign';
import { countStems, makeVocabulary, type Vocabulary, vectorize } from '@/lib/nlp/themes/tfidf';
import type { Theme, ThemeModel } from '@/lib/nlp/themes/theme-model';
import { tokenize } from '@/lib/nlp/themes/tokenize';
import { makeTermMatcher, toWords } from '@/lib/themes/term-matcher';

export interface ExampleText {
  text: string;
  language: string | null;
}

/** A theme with all that says which comments it gets. */
export interface SteeredTheme {
  id: string;
  name: string;
  /** What discovery found of it; null for a theme that people made. */
  found: Pick<Theme, 'centroid'> | null;
  definition: string;
  includeTerms: string[];
  excludeTerms: string[];
  /** People said: this is it, and: this is not. */
  positives: ExampleText[];
  negatives: ExampleText[];
  splitFromId: string | null;
}

export interface AssignedTheme {
  index: number;
  themeId: string;
  /** 0..1. */
  confidence: number;
}

export type ThemeClassifier = (
  spans: readonly { text: string; language: string | null; commentId?: string }[],
) => AssignedTheme[];

/** A rule is a person's word, yet about texts they have not seen: below what they said of one text. */
export const RULE_CONFIDENCE = 0.95;
/** Rocchio's weights (Manning et al., Introduction to Information Retrieval, 9.1.1), scaled by how many examples there are. */
const POSITIVE_WEIGHT = 0.75;
const NEGATIVE_WEIGHT = 0.15;
/** With so many examples they weigh half of what they do with very many. */
const HALF_TRUST = 3;
const MOST_CENTROID_TERMS = 60;
/** Without a discovery: as in one of ordinary size. */
const PLAIN_THRESHOLDS: ThemeModel['thresholds'] = { minConfidence: 0.3, confidenceWeights: [-3, 9, 1.5] };
const UNKNOWN_IDF = 6;

type Vector = Map<string, number>;

/**
 * The classifier of a workspace: what discovery found, moved towards people's examples and away from what they said it is
 * not (Rocchio), then people's words: those that put a span in a theme, those that keep it out, and splits.
 * @param base the model of the first discovery, null before it
 */
export function steerModel(
  base: Pick<ThemeModel, 'vocabulary' | 'thresholds'> | null,
  themes: readonly SteeredTheme[],
): ThemeClassifier {
  const terms = { ...Object.fromEntries(themes.flatMap(knownTerms)), ...base?.vocabulary };
  const vocabulary = makeVocabulary(Object.entries(terms));
  const compiled = compileThemeModel({
    version: 'steered',
    vocabulary: terms,
    thresholds: base?.thresholds ?? PLAIN_THRESHOLDS,
    themes: themes.map((theme) => ({
      key: theme.id,
      name: theme.name,
      keywords: [],
      size: 0,
      centroid: steerCentroid(theme, vocabulary),
      exampleIds: [],
    })),
  });
  const rules = themes
    .map(({ id, splitFromId, includeTerms, excludeTerms }) => ({
      id,
      splitFromId,
      takes: makeTermMatcher(includeTerms),
      refuses: makeTermMatcher(excludeTerms),
    }))
    .filter(({ takes, refuses }) => takes || refuses);
  return (spans) => {
    const found = spans.map(() => new Map<string, number>());
    for (const { segmentIndex, themeKey, confidence } of assignThemes(compiled, spans)) {
      found[segmentIndex]?.set(themeKey, confidence);
    }
    return spans.flatMap(({ text }, index) => {
      const themesOf = found[index] ?? new Map<string, number>();
      const words = toWords(text);
      for (const { id, splitFromId, takes, refuses } of rules) {
        if (takes?.(words)) {
          themesOf.set(id, Math.max(RULE_CONFIDENCE, themesOf.get(id) ?? 0));
          if (splitFromId) themesOf.delete(splitFromId);
        }
        if (refuses?.(words)) themesOf.delete(id);
      }
      return Array.from(themesOf, ([themeId, confidence]) => ({ index, themeId, confidence }));
    });
  };
}

/** Terms that a discovery need not know: those of what people wrote. */
function knownTerms({ found, positives, name, definition, includeTerms }: SteeredTheme): [string, number][] {
  const written = [...positives, ...(found ? [] : [name, definition, ...includeTerms].map(plain))];
  const stems = written.flatMap(({ text, language }) => tokenize(text, language).map(({ stem }) => stem));
  return [...stems, ...(found?.centroid.map(([term]) => term) ?? [])].map((stem) => [stem, UNKNOWN_IDF]);
}

const plain = (text: string): ExampleText => ({ text, language: null });

function steerCentroid(theme: SteeredTheme, vocabulary: Vocabulary): [string, number][] {
  const { found, positives, negatives, name, definition, includeTerms } = theme;
  const words = plain([name, definition, ...includeTerms].join('. '));
  const start: Vector = found ? new Map(found.centroid) : meanOf([words], vocabulary);
  const trust = (count: number) => count / (count + HALF_TRUST);
  addTo(start, meanOf(positives, vocabulary), 2 * POSITIVE_WEIGHT * trust(positives.length));
  addTo(start, meanOf(negatives, vocabulary), -2 * NEGATIVE_WEIGHT * trust(negatives.length));
  const kept = [...start]
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_CENTROID_TERMS);
  const length = Math.hypot(...kept.map(([, weight]) => weight));
  return kept.map(([term, weight]) => [term, length > 0 ? weight / length : 0]);
}

function addTo(target: Vector, vector: Vector, weight: number): void {
  for (const [term, value] of vector) target.set(term, (target.get(term) ?? 0) + weight * value);
}

function meanOf(texts: readonly ExampleText[], vocabulary: Vocabulary): Vector {
  const mean: Vector = new Map();
  for (const { text, language } of texts) {
    const { columns, values } = vectorize(countStems(tokenize(text, language)), vocabulary);
    columns.forEach((column, place) => {
      const term = vocabulary.terms[column] ?? '';
      mean.set(term, (mean.get(term) ?? 0) + (values[place] ?? 0) / texts.length);
    });
  }
  return mean;
}
