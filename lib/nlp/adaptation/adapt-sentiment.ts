import { seedFrom } from '@/lib/core/random';
import type { Encoder } from '../encoder/encoder';
import type { Chances } from '../polarity/linear-model';
import type { SentimentLabel } from '../sentiment';
import {
  type AdaptationExample,
  type AdaptationText,
  type BundledModels,
  LABELS,
  languageOf,
  readExamples,
} from './examples';
import { fitShift } from './fit-shift';
import { FEWEST_EXAMPLES } from './limits';
import { type OpinionShift, shiftChances } from './sentiment-adapter';

const FOLDS = 5;

/** A text whose label or rating is known, judged by models that learned from no text of its person. */
export interface HeldOutVerdict {
  by: 'label' | 'rating';
  group: string;
  truth: SentimentLabel;
  before: Verdict;
  after: Verdict;
}

export interface Verdict {
  /** Of the three; where the truth is a rating, the likelier of the poles. */
  label: SentimentLabel;
  /** Of the likeliest of the three. */
  chance: number;
}

/** What was learned of one language. */
export interface LanguageAdaptation {
  language: string;
  /** Texts learned from, by what was known of them. */
  labels: number;
  ratings: number;
  /**
   * Labels of random samples, and ratings. Corrections are not here: people correct where the engine was wrong, so any other
   * model would seem better on them.
   */
  heldOut: HeldOutVerdict[];
  /** Learned from all texts; null below {@link FEWEST_EXAMPLES}. */
  shift: OpinionShift | null;
}

/**
 * Learns a workspace's opinion, one language after the other, and judges each text by five folds: folds are made of whole
 * groups, so that no person is on both sides. The same texts give the same result. Takes seconds for thousands of texts, on
 * the calling thread.
 *
 * @param encoder null in the fast lane
 * @param onProgress told the share done, 0..1
 */
export async function adaptSentiment(
  texts: readonly AdaptationText[],
  encoder: Encoder | null,
  onProgress: (share: number) => void = () => {},
  models?: BundledModels,
): Promise<LanguageAdaptation[]> {
  const reading = 0.5;
  const examples = await readExamples(
    texts,
    encoder,
    (done) => onProgress((reading * done) / texts.length),
    models,
  );
  const languages = [...new Set(examples.map(languageOf))].sort();
  return languages.map((language, index) => {
    const adaptation = adaptLanguage(
      language,
      examples.filter((example) => languageOf(example) === language),
    );
    onProgress(reading + ((1 - reading) * (index + 1)) / languages.length);
    return adaptation;
  });
}

/** Learns one language from its texts. */
export function adaptLanguage(language: string, examples: readonly AdaptationExample[]): LanguageAdaptation {
  const labels = examples.filter(({ known }) => known.by === 'label').length;
  const counts = { language, labels, ratings: examples.length - labels };
  if (examples.length < FEWEST_EXAMPLES) return { ...counts, heldOut: [], shift: null };
  const heldOut: HeldOutVerdict[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHeldOut = ({ group }: AdaptationExample) => seedFrom(group) % FOLDS === fold;
    const judged = examples.filter((example) => isHeldOut(example) && isFairJudge(example));
    const learned = examples.filter((example) => !isHeldOut(example));
    if (judged.length > 0 && learned.length > 0) heldOut.push(...judgeHeldOut(judged, fitShift(learned)));
  }
  return { ...counts, heldOut, shift: fitShift(examples) };
}

const isFairJudge = ({ known }: AdaptationExample): boolean => known.by === 'rating' || known.isRandom;

function judgeHeldOut(examples: readonly AdaptationExample[], shift: OpinionShift): HeldOutVerdict[] {
  return examples.map(({ known, group, bundled, features, vector }) => ({
    by: known.by,
    group,
    truth: known.label,
    before: toVerdict(bundled, known.by),
    after: toVerdict(shiftChances(shift, bundled, features, vector), known.by),
  }));
}

function toVerdict(chances: Chances, by: 'label' | 'rating'): Verdict {
  const chance = Math.max(...chances);
  if (by === 'rating') return { label: chances[0] > chances[2] ? 'negative' : 'positive', chance };
  return { label: LABELS[chances.indexOf(chance)] ?? 'neutral', chance };
}
