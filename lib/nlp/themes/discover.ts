import { makeRandom } from '@/lib/core/random';
import type { Encoder } from '../encoder/encoder';
import { packSentence, type SentenceVector } from '../encoder/sentence-vector';
import type { Lane } from '../engine';
import { assignThemes } from './assign';
import { clusterDocuments } from './cluster-documents';
import { compileThemeModel } from './compiled-model';
import { describeThemes } from './describe-themes';
import type { OnFinding } from './discovery-progress';
import { groupDocuments, type ThemeDocument } from './documents';
import { glossText } from './gloss';
import { packDense } from './joined-rows';
import { findMainLanguage } from './main-language';
import { embedByWords, FEELING_PAIRS, keepSubject } from './meaning';
import { packRows } from './sparse-rows';
import { buildVocabulary, vectorize } from './tfidf';
import { inContext, readSegments } from './theme-features';
import { THEME_MODEL_VERSION, type ThemeModel, type ThemeSegment } from './theme-model';
import { TRAINING_ROUNDS, trainScorers } from './train-scorers';
import { readWording } from './worded-rows';

export type DiscoverOptions = {
  seed?: number;
  /** Statements a subject needs to be a theme; grows with the square root of the corpus when left out. */
  minThemeSize?: number;
  /** A larger corpus is sampled for discovery; every segment is assigned all the same. */
  maxSegments?: number;
  /** Above the default finds more and narrower themes, below it fewer and broader ones. */
  resolution?: number;
  onProgress?: OnFinding;
};

const DEFAULT_SEED = 1;
const DEFAULT_MAX_SEGMENTS = 20_000;
const DEFAULT_RESOLUTION = 1;
/** From this many texts on, a word said only twice is more likely a slip than a subject. */
const LARGE_CORPUS = 5_000;
const MAX_TERMS = 12_000;
/** A text with more different words than this is not expected to be said twice. */
const LONG_DOCUMENT_STEMS = 8;
/** As likely right as wrong: below it an assignment blurs what a theme is counted by. */
const MIN_CONFIDENCE = 0.5;
const SMALLEST_THEME = 3;
/** Texts that the encoder reads before it says how far it is. */
const ENCODED_AT_ONCE = 500;

/**
 * Finds what a corpus of sentences speaks about: words and meaning of each, their nearest neighbours, communities of that
 * graph (no number of themes is given), each with a name, keywords, examples and what assigns texts to it. The same
 * segments in any order give the same model. A corpus with too little in common gives a model without themes. Meaning is
 * that of the bundled word vectors.
 */
export function discoverThemes(segments: readonly ThemeSegment[], options: DiscoverOptions = {}): ThemeModel {
  const documents = prepare(segments, options);
  const vectors = embedByWords(inEnglish(documents));
  const feelings = FEELING_PAIRS.map(([praise, blame]) => pairOf(embedByWords([praise, blame])));
  return findModel(segments, documents, keepSubject(vectors, feelings), null, options);
}

/**
 * As {@link discoverThemes}, with the meanings that the sentence encoder gives: it tells subjects apart better. What assigns
 * texts is trained twice, to judge them with their sentence vectors and without.
 */
export async function discoverThemesWithEncoder(
  segments: readonly ThemeSegment[],
  encoder: Encoder,
  options: DiscoverOptions = {},
): Promise<ThemeModel> {
  const documents = prepare(segments, options);
  const vectors = await encodeAll(textsOf(documents), encoder, options.onProgress);
  const meanings = await readInEnglish(documents, vectors, encoder);
  const both = await encoder.encode(FEELING_PAIRS.flat());
  const feelings = FEELING_PAIRS.map((_, pair) => pairOf(both.slice(2 * pair, 2 * pair + 2)));
  return findModel(segments, documents, keepSubject(meanings, feelings), vectors.map(packSentence), options);
}

async function encodeAll(
  texts: readonly string[],
  encoder: Encoder,
  onProgress?: OnFinding,
): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  while (vectors.length < texts.length) {
    vectors.push(...(await encoder.encode(texts.slice(vectors.length, vectors.length + ENCODED_AT_ONCE))));
    onProgress?.({ step: 'meaning', done: vectors.length, total: texts.length });
  }
  return vectors;
}

const textsOf = (documents: readonly ThemeDocument[]) => documents.map(({ segment }) => segment.text);
const inEnglish = (documents: readonly ThemeDocument[]) =>
  documents.map(({ segment: { text, language } }) => glossText(text, language));

/**
 * Where most is said in English, what the encoder gives for the gist of what is said in other languages: it reads English only, and a
 * language it does not read would stand together as if it were a subject. Nothing is left of a text without a known word.
 */
async function readInEnglish(
  documents: readonly ThemeDocument[],
  vectors: readonly Float32Array[],
  encoder: Encoder,
): Promise<readonly Float32Array[]> {
  if (findMainLanguage(documents) !== 'en') return vectors;
  const glosses = inEnglish(documents);
  const others = glosses.flatMap((gloss, row) => (gloss === documents[row]?.segment.text ? [] : [row]));
  const read = await encoder.encode(others.map((row) => glosses[row] ?? ''));
  const meanings = [...vectors];
  others.forEach((row, place) => {
    const vector = read[place] ?? new Float32Array();
    meanings[row] = glosses[row] === '' ? new Float32Array(vector.length) : vector;
  });
  return meanings;
}

const pairOf = ([praise, blame]: readonly Float32Array[]): readonly [Float32Array, Float32Array] => [
  praise ?? new Float32Array(),
  blame ?? new Float32Array(),
];

function prepare(segments: readonly ThemeSegment[], { seed, maxSegments }: DiscoverOptions): ThemeDocument[] {
  return groupDocuments(sampleSegments(segments, maxSegments ?? DEFAULT_MAX_SEGMENTS, seed ?? DEFAULT_SEED));
}

/** By text before id: the same words imported again under other ids give the same themes. */
function compareSegments(a: ThemeSegment, b: ThemeSegment): number {
  if (a.text !== b.text) return a.text < b.text ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The segments to learn from, in an order that does not depend on how they came. */
function sampleSegments(segments: readonly ThemeSegment[], limit: number, seed: number): ThemeSegment[] {
  const sorted = [...segments].sort(compareSegments);
  if (sorted.length <= limit) return sorted;
  const random = makeRandom(seed);
  const drawn = sorted.map((segment) => ({ segment, lot: random() }));
  const chosen = drawn.sort((a, b) => a.lot - b.lot).slice(0, limit);
  return chosen.map(({ segment }) => segment).sort(compareSegments);
}

function computeMinThemeSize(statements: Float64Array): number {
  const total = statements.reduce((sum, count) => sum + count, 0);
  return Math.max(SMALLEST_THEME, Math.round(Math.sqrt(total) / 3));
}

function findModel(
  segments: readonly ThemeSegment[],
  documents: readonly ThemeDocument[],
  meanings: readonly Float64Array[],
  sentences: readonly SentenceVector[] | null,
  options: DiscoverOptions,
): ThemeModel {
  const seed = options.seed ?? DEFAULT_SEED;
  const limits = { minStatements: documents.length >= LARGE_CORPUS ? 3 : 2, maxTerms: MAX_TERMS };
  const vocabulary = buildVocabulary(documents, limits);
  const words = packRows(
    documents.map(({ terms }) => vectorize(terms, vocabulary)),
    vocabulary.terms.length,
  );
  const statements = Float64Array.from(documents, (document) => document.statements);
  const inComments = documents.map(({ segment }) => segment);
  const meaning = packDense(meanings);
  const wording = readWording(documents, vocabulary, limits);
  const clusters = clusterDocuments(
    {
      worded: inContext({ words: wording.words, meaning, sentence: null }, inComments),
      topicalTerms: wording.topicalTerms,
      topical: inContext({ words, meaning, sentence: null }, inComments),
    },
    {
      statements,
      isLong: documents.map((document) => document.stems.size > LONG_DOCUMENT_STEMS),
      commentIds: inComments.map(({ commentId }) => commentId),
    },
    {
      seed,
      resolution: options.resolution ?? DEFAULT_RESOLUTION,
      minThemeSize: options.minThemeSize ?? computeMinThemeSize(statements),
      onProgress: options.onProgress,
    },
  );
  const total = (sentences ? 2 : 1) * TRAINING_ROUNDS;
  let done = 0;
  const onRound = () => options.onProgress?.({ step: 'learning', done: ++done, total });
  const train = (lane: Lane) => {
    const texts = inComments.map((segment, row) => ({ ...segment, vector: sentences?.[row] ?? null }));
    return trainScorers(
      inContext(readSegments(texts, vocabulary, lane), texts),
      clusters,
      vocabulary,
      seed,
      onRound,
    );
  };
  const fast = train('fast');
  const full = sentences && train('full');
  const scorers = fast.scorers.map((scorer, place) => ({
    scorer,
    ...(full && { sentenceScorer: full.scorers[place] }),
  }));
  const model: ThemeModel = {
    version: THEME_MODEL_VERSION,
    vocabulary: Object.fromEntries(
      vocabulary.terms.map((term, column) => [term, Number((vocabulary.idf[column] ?? 0).toFixed(5))]),
    ),
    ...describeThemes(documents, words, vocabulary, clusters, scorers, options.onProgress),
    thresholds: {
      minConfidence: MIN_CONFIDENCE,
      confidenceWeights: fast.confidenceWeights,
      ...(full && { sentenceConfidenceWeights: full.confidenceWeights }),
    },
  };
  return withSizes(model, segments);
}

/** Fills in how many segments each theme has, and puts the largest first. */
function withSizes(model: ThemeModel, segments: readonly ThemeSegment[]): ThemeModel {
  const sizes = new Map<string, number>();
  const count = (key: string | null) => {
    if (key !== null) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  };
  for (const { themeKey, subthemeKey } of assignThemes(compileThemeModel(model), segments)) {
    count(themeKey);
    count(subthemeKey);
  }
  const sized = <T extends { key: string }>(themes: readonly T[]) =>
    themes
      .map((theme) => ({ ...theme, size: sizes.get(theme.key) ?? 0 }))
      .sort((a, b) => b.size - a.size || (a.key < b.key ? -1 : 1));
  return { ...model, themes: sized(model.themes), subthemes: sized(model.subthemes ?? []) };
}
