import { readFileSync } from 'node:fs';
import { dataFile, readCsv } from '@/lib/core/testing/data-sets';
import type { Chances } from '@/lib/nlp/polarity/linear-model';
import { readComposedTexts } from './composed-texts';

/** Where a labelled text comes from; one data set may hold several. */
export type SetName =
  | 'patient comments'
  | 'XLM-T en'
  | 'app reviews (Maalej)'
  | 'app reviews (MiniBAR)'
  | 'product sentences'
  | 'film sentences'
  | 'editorial sentences'
  | 'rated tweets'
  | 'Amazon sentences'
  | 'IMDb sentences'
  | 'Yelp sentences'
  | 'plain requests'
  | 'plain sentences'
  | 'composed feedback';

/** A text as people labelled it. */
export interface LabelledText {
  set: SetName;
  text: string;
  /** 0 negative, 1 neutral, 2 positive. */
  label: number;
  /** What training aims at: where judges differed or gave a middling grade, the label is not certain. */
  target: Chances;
}

const CERTAIN: readonly Chances[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
const certain = (label: number): Chances => CERTAIN[label] ?? [0, 1, 0];

/** Mean ratings (-4 to 4) between minus and plus this are as often neutral as not; softly, over this width. */
const NEUTRAL_RATING = 0.7;
const RATING_BLUR = 0.2;
/** The cut at which a rated text is called neutral when it is counted, as the data's own description has it. */
const COUNTED_NEUTRAL = 0.2;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

function targetOfRating(mean: number): Chances {
  const negative = logistic((-mean - NEUTRAL_RATING) / RATING_BLUR);
  const positive = logistic((mean - NEUTRAL_RATING) / RATING_BLUR);
  return [negative, Math.max(0, 1 - negative - positive), positive];
}

const TARGET_OF_STARS: ReadonlyMap<string, Chances> = new Map([
  ['1', certain(0)],
  ['2', [0.8, 0.2, 0]],
  ['3', [0.35, 0.5, 0.15]],
  ['4', [0.03, 0.12, 0.85]],
  ['5', certain(2)],
]);
const labelOfStars = (stars: string): number => (stars < '3' ? 0 : stars === '3' ? 1 : 2);

/** English texts under licences open to any use: what the bundled English model is trained on. */
export const readOpenTexts = (): LabelledText[] => [
  ...readCollectedTexts(),
  ...readComposedTexts('en').map((one) => ({ ...one, set: 'composed feedback' as const })),
];

/** The same without what was composed for this product: sentences added there leave the word vectors and axes as they are. */
export function readCollectedTexts(): LabelledText[] {
  return [
    ...readPatientComments(),
    ...readStarred('app reviews (Maalej)', 'maalej_app_reviews/reviews.csv'),
    ...readStarred('app reviews (MiniBAR)', 'minibar_app_reviews/classification.csv'),
    ...readRated('product sentences', 'amazonReviewSnippets'),
    ...readRated('film sentences', 'movieReviewSnippets'),
    ...readRated('editorial sentences', 'nytEditorialSnippets'),
    ...readRated('rated tweets', 'tweets'),
    ...readTwoWaySentences(),
    ...readPlainTexts(),
  ];
}

/** English tweets of research origin: the open model never sees them. */
export const readEnglishTweets = (): LabelledText[] => readTweets('english', 'XLM-T en');

/**
 * Criticality -5 to 5. Left out are rows of 0, which one hospital gave to praise and to nothing alike, and values out of
 * range; up to 2 either way is called neutral.
 */
function readPatientComments(): LabelledText[] {
  return readCsv('nhs_patient_feedback/phase1_single_label.csv').flatMap(({ feedback = '', criticality }) => {
    const grade = Number(criticality);
    if (!Number.isInteger(grade) || grade === 0 || Math.abs(grade) > 5) return [];
    const label = grade <= -3 ? 0 : grade >= 3 ? 2 : 1;
    const mild: Chances = grade < 0 ? [0.5, 0.5, 0] : [0, 0.5, 0.5];
    return [
      {
        set: 'patient comments' as const,
        text: feedback,
        label,
        target: label === 1 ? mild : certain(label),
      },
    ];
  });
}

function readStarred(set: SetName, file: string): LabelledText[] {
  return readCsv(file).flatMap(({ text = '', stars = '', lang = 'en' }) => {
    const target = TARGET_OF_STARS.get(stars);
    return target && lang === 'en' ? [{ set, text, label: labelOfStars(stars), target }] : [];
  });
}

function readRated(set: SetName, name: string): LabelledText[] {
  return readCsv(`vader_ground_truth/${name}.csv`).map(({ text = '', mean }) => {
    const rating = Number(mean);
    const label = rating < -COUNTED_NEUTRAL ? 0 : rating > COUNTED_NEUTRAL ? 2 : 1;
    return { set, text, label, target: targetOfRating(rating) };
  });
}

function readTwoWaySentences(): LabelledText[] {
  const sets: Record<string, SetName> = {
    amazon: 'Amazon sentences',
    imdb: 'IMDb sentences',
    yelp: 'Yelp sentences',
  };
  return readCsv('uci_sentiment_sentences/sentences.csv').flatMap(({ source = '', text = '', label }) => {
    const set = sets[source];
    const value = label === '1' ? 2 : 0;
    return set ? [{ set, text, label: value, target: certain(value) }] : [];
  });
}

/** Every so many of the plain requests: there are more of them than of anything else. */
const PLAIN_STRIDE = 5;

/** Requests and sentences without an opinion, nearly all: nothing else is varied and cleanly neutral. */
function readPlainTexts(): LabelledText[] {
  const every = <Row>(rows: Row[]): Row[] => rows.filter((_, index) => index % PLAIN_STRIDE === 0);
  const plain = (set: SetName, text: string): LabelledText => ({ set, text, label: 1, target: certain(1) });
  const chats = ['finance', 'media', 'software'].flatMap((name) => every(readCsv(`multidogo/${name}.csv`)));
  return [
    ...every(readCsv('banking77/train.csv')).map(({ text = '' }) => plain('plain requests', text)),
    ...every(readCsv('clinc150/train.csv')).map(({ text = '' }) => plain('plain requests', text)),
    ...chats.map(({ utterance = '' }) => plain('plain requests', utterance)),
    ...readCsv('langid_lingua/sentences.csv')
      .filter(({ lang }) => lang === 'en')
      .map(({ text = '' }) => plain('plain sentences', text)),
  ];
}

const LABELS = ['negative', 'neutral', 'positive'];

/** Tweets of one language of XLM-T, by the name of its file. */
export function readTweets(language: string, set: SetName = 'XLM-T en'): LabelledText[] {
  return readCsv(`xlmt_multilingual_tweets/${language}.csv`).map(({ text = '', label = '' }) => {
    const index = LABELS.indexOf(label);
    return { set, text, label: index, target: certain(index) };
  });
}

/** French texts under open licences: app reviews by stars, and survey comments by the score given beside them. */
export function readFrenchTexts(): LabelledText[] {
  const reviews = readCsv('minibar_app_reviews/classification.csv').flatMap(
    ({ text = '', stars = '', lang }) => {
      const target = TARGET_OF_STARS.get(stars);
      return target && lang === 'fr'
        ? [{ set: 'app reviews (MiniBAR)' as const, text, label: labelOfStars(stars), target }]
        : [];
    },
  );
  return reviews;
}

/** One sentence of a restaurant guest with the polarity of each thing it names. */
export interface AspectSentence {
  text: string;
  aspects: { from: number; to: number; label: number }[];
}

/** MAMS: sentences with several aspects, not all of one polarity. */
export function readAspectSentences(): AspectSentence[] {
  return readMams('atsa_val').map(({ text, aspect_terms }) => ({
    text,
    aspects: aspect_terms.map(({ from, to, polarity }) => ({ from, to, label: LABELS.indexOf(polarity) })),
  }));
}

/** A sentence with the subjects it speaks of, which need not be named in it. */
export interface SubjectSentence {
  text: string;
  subjects: { name: string; label: number }[];
}

/** MAMS: sentences with several subjects ("food", "staff"), not all of one polarity; to learn the subjects from, or to judge. */
export function readSubjectSentences(part: 'train' | 'val'): SubjectSentence[] {
  return readMams(`acsa_${part}`).map(({ text, aspect_categories }) => ({
    text,
    subjects: aspect_categories.map(({ category, polarity }) => ({
      name: category,
      label: LABELS.indexOf(polarity),
    })),
  }));
}

interface MamsLine {
  text: string;
  aspect_terms: { from: number; to: number; polarity: string }[];
  aspect_categories: { category: string; polarity: string }[];
}

const readMams = (name: string): MamsLine[] =>
  readFileSync(dataFile(`mams_absa/${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
