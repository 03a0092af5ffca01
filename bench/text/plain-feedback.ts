import { readFileSync } from 'node:fs';
import type { AnnotationInput, TextAnnotation } from '@/lib/nlp/annotate';
import { annotateTexts, annotateWithEncoder } from '@/lib/nlp/annotate';
import type { Encoder } from '@/lib/nlp/encoder/encoder';
import { measureQuality, type Quality } from './quality';

const LABELS = ['negative', 'neutral', 'positive'];

/** A line of `plain-feedback.tsv`. */
export interface PlainFeedback {
  language: string;
  /** 0 negative, 1 neutral, 2 positive. */
  label: number;
  text: string;
  /** Every second line of a language: nobody looks at what is said of one of them, only at their sum. */
  isHeldOut: boolean;
}

const FILES = { lines: './plain-feedback.tsv', words: './few-words.tsv' };

/**
 * Short, plain feedback of companies in six languages, written and labelled by hand for this product: complaints without a word of
 * opinion, terse praise, and what is neither.
 *
 * @param file `words`: answers of a few words, labelled by one hand before they were read, all of them looked at since
 */
export function readPlainFeedback(file: keyof typeof FILES = 'lines'): PlainFeedback[] {
  const lines = readFileSync(new URL(FILES[file], import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const [language = '', label = '', text = ''] = line.split('\t');
    const count = seen.get(language) ?? 0;
    seen.set(language, count + 1);
    return { language, label: LABELS.indexOf(label), text, isHeldOut: count % 2 === 1 };
  });
}

/** What the product says of them in each lane, the language being known as that of a survey is. */
export async function annotatePlainFeedback(
  rows: readonly PlainFeedback[],
  encoder: Encoder,
): Promise<Record<'fast' | 'full', TextAnnotation[]>> {
  const inputs = rows.map(({ text, language }): AnnotationInput => ({ text, languageHint: language }));
  return { fast: annotateTexts(inputs), full: await annotateWithEncoder(inputs, encoder) };
}

export interface PlainQuality extends Quality {
  texts: number;
  /** Praise read as blame or blame as praise: what a reader of the screen stumbles over. */
  turned: number;
}

export function measurePlain(
  rows: readonly PlainFeedback[],
  annotations: readonly TextAnnotation[],
): PlainQuality {
  const verdicts = annotations.map(({ sentiment: { label, score } }) => ({
    label: LABELS.indexOf(label),
    score,
  }));
  const truth = rows.map(({ label }) => label);
  const turned = truth.filter((label, index) => Math.abs(label - (verdicts[index]?.label ?? label)) === 2);
  return { texts: rows.length, turned: turned.length, ...measureQuality(truth, verdicts) };
}
