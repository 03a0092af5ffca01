import { type EnglishModel, predictEnglish } from '@/lib/nlp/polarity/english-model';
import type { Chances } from '@/lib/nlp/polarity/linear-model';
import { fitConfidence, type Judgement } from '@/lib/nlp/training/fit-confidence';
import type { SetName } from './labelled-texts';
import { type Example, trainEnglish } from './train-english';

/** Sets left out together: texts of one kind, so that what is measured on was not seen in another guise. */
export const LEFT_OUT_TOGETHER: readonly (readonly SetName[])[] = [
  ['patient comments'],
  ['app reviews (Maalej)', 'app reviews (MiniBAR)'],
  ['Amazon sentences', 'IMDb sentences', 'Yelp sentences'],
  ['rated tweets'],
  ['product sentences', 'film sentences'],
  ['editorial sentences'],
];

/** A model and the examples of the sets that it has not seen. */
export interface Outsider {
  model: Omit<EnglishModel, 'confidence'>;
  unseen: Example[];
}

/** Trains once for each group of sets without it. Slow: about a quarter of a minute each. */
export function* trainWithout(examples: readonly Example[], groups = LEFT_OUT_TOGETHER): Generator<Outsider> {
  for (const group of groups) {
    const isUnseen = ({ set }: Example) => group.includes(set);
    yield {
      model: trainEnglish(examples.filter((example) => !isUnseen(example))),
      unseen: examples.filter(isUnseen),
    };
  }
}

/**
 * How sure the labels of unseen sets are to be right. Each group counts alike, however many texts it has: what comes next is
 * as likely to be like the one as like the other.
 */
export function fitEnglishConfidence(outsiders: readonly Outsider[]): EnglishModel['confidence'] {
  const fit = (lane: 'full' | 'fast') =>
    fitConfidence(
      outsiders.flatMap(({ model, unseen }) =>
        unseen.map((example): Judgement => {
          const chances = predictExample(model, example, lane);
          const chance = Math.max(...chances);
          return { chance, isRight: chances.indexOf(chance) === example.label, weight: 1 / unseen.length };
        }),
      ),
    );
  return { full: fit('full'), fast: fit('fast') };
}

/** What a model says of an example in one lane. */
export const predictExample = (
  model: Omit<EnglishModel, 'confidence'>,
  { features, vector, wordVector }: Example,
  lane: 'full' | 'fast',
): Chances => predictEnglish(model, features, wordVector, lane === 'full' ? vector : null);
