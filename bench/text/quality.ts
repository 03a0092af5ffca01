import { readConfidence } from '@/lib/nlp/polarity/confidence-curve';
import type { EnglishModel } from '@/lib/nlp/polarity/english-model';
import { measureMacroF1 } from '@/lib/nlp/testing/measure-labels';
import { predictExample } from '@/scripts/train/leave-out';
import type { Example } from '@/scripts/train/train-english';
import type { Judge, Verdict } from './peers';

export interface Quality {
  /** 0..1 */
  accuracy: number;
  macroF1: number;
}

/** Accuracy and macro-F1 of verdicts; where no text is neutral, two ways by the sign of the score. */
export function measureQuality(truth: readonly number[], verdicts: readonly Verdict[]): Quality {
  const isTwoWay = !truth.includes(1);
  const labels = verdicts.map(({ label, score }) => (isTwoWay ? (score < 0 ? 0 : 2) : label));
  return {
    accuracy: labels.filter((label, index) => label === truth[index]).length / truth.length,
    macroF1: measureMacroF1(truth.map(String), labels.map(String)),
  };
}

export const judgeAll = (examples: readonly Example[], judge: Judge): Verdict[] =>
  examples.map(({ text }) => judge(text));

/** What a model says of examples in one lane. */
export function judgeExamples(
  model: Omit<EnglishModel, 'confidence'>,
  examples: readonly Example[],
  lane: 'full' | 'fast',
): (Verdict & { chance: number })[] {
  return examples.map((example) => {
    const chances = predictExample(model, example, lane);
    const chance = Math.max(...chances);
    return { label: chances.indexOf(chance), score: chances[2] - chances[0], chance };
  });
}

/** One tenth of the texts by confidence. */
export interface Decile {
  texts: number;
  confidence: number;
  right: number;
}

const TENTHS = 10;

/** How sure the engine was, and how often it was right, from the least sure tenth to the surest. */
export function measureDeciles(
  judgements: readonly { chance: number; isRight: boolean }[],
  curve: EnglishModel['confidence']['full'],
): Decile[] {
  const sorted = judgements
    .map(({ chance, isRight }) => ({ confidence: readConfidence(curve, chance), isRight }))
    .sort((a, b) => a.confidence - b.confidence);
  return Array.from({ length: TENTHS }, (_, tenth) => {
    const part = sorted.slice((tenth * sorted.length) / TENTHS, ((tenth + 1) * sorted.length) / TENTHS);
    const mean = (value: (one: (typeof part)[number]) => number) =>
      part.reduce((sum, one) => sum + value(one), 0) / Math.max(1, part.length);
    return {
      texts: part.length,
      confidence: mean((one) => one.confidence),
      right: mean((one) => (one.isRight ? 1 : 0)),
    };
  });
}
