import { type EnglishModel, predictEnglish } from '@/lib/nlp/polarity/english-model';
import { fitConfidence, type Judgement } from '@/lib/nlp/training/fit-confidence';
import type { SetName } from './labelled-texts';
import { type Example, trainEnglish } from './train-english';

/** Sets left out together: texts of one kind, so that what is measured on was not seen in another guise. */
export const LEFT_OUT_TOGETHER: readonly (readonly SetName[])[] = [
  ['patient comments'],
  ['app reviews (Maalej)', 'app reviews (MiniBAR)'],
  ['Amazon sentences', 'IMDb sentences', 'Yelp sentences'],
  ['rated tweets'],
];

/** A model and the examples of the sets that it has not seen. */
export interface Outsider {
  model: Omit<EnglishModel, 'confidence'>;
  unseen: Example[];
}

/** Trains once for each group of sets without it. Slow: about half a minute each. */
export function* trainWithout(examples: readonly Example[], groups = LEFT_OUT_TOGETHER): Generator<Outsider> {
  for (const group of groups) {
    const isUnseen = ({ set }: Example) => group.includes(set);
    yield {
      model: trainEnglish(examples.filter((example) => !isUnseen(example))),
      unseen: examples.filter(isUnseen),
    };
  }
}

/** How sure the labels of unseen sets are to be right, each set counting alike. */
export function fitEnglishConfidence(outsiders: readonly Outsider[]): EnglishModel['confidence'] {
  const fit = (lane: 'full' | 'fast') =>
    fitConfidence(
      outsiders.flatMap(({ model, unseen }) => {
        const sizes = new Map<SetName, number>();
        for (const { set } of unseen) sizes.set(set, (sizes.get(set) ?? 0) + 1);
        return unseen.map((example): Judgement => {
          const vector = lane === 'full' ? example.vector : example.wordVector;
          const chances = predictEnglish(model, example.features, lane, vector);
          const chance = Math.max(...chances);
          return {
            chance,
            isRight: chances.indexOf(chance) === example.label,
            weight: 1 / (sizes.get(example.set) ?? 1),
          };
        });
      }),
    );
  return { full: fit('full'), fast: fit('fast') };
}
