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
): Verdict[] {
  return examples.map((example) => {
    const chances = predictExample(model, example, lane);
    return { label: chances.indexOf(Math.max(...chances)), score: chances[2] - chances[0] };
  });
}
