import { makeRandom } from '@/lib/core/random';
import { adaptLanguage } from '@/lib/nlp/adaptation/adapt-sentiment';
import { type AdaptationExample, LABELS, languageOf, readExamples } from '@/lib/nlp/adaptation/examples';
import { fitShift } from '@/lib/nlp/adaptation/fit-shift';
import { shiftChances } from '@/lib/nlp/adaptation/sentiment-adapter';
import type { Encoder } from '@/lib/nlp/encoder/encoder';
import type { Chances } from '@/lib/nlp/polarity/linear-model';
import { getLearnedModels } from '@/lib/nlp/polarity/models';
import { measureMacroF1 } from '@/lib/nlp/testing/measure-labels';
import type { LabelledText } from '@/scripts/train/labelled-texts';
import type { Outsider } from '@/scripts/train/leave-out';
import { printAllLabels } from './all-labels';
import { shuffle } from './shuffle';

interface AdaptationPoint {
  set: string;
  /** What was learned from, e.g. "200 labels". */
  learned: string;
  /** Texts held out of learning, in each of the repetitions. */
  heldOut: number;
  /** Medians over repetitions, 0..1: accuracy and macro-F1 over three labels, and over the texts that are not neutral. */
  threeWay: { accuracy: number; macroF1: number };
  twoWay: number;
}

const SEEDS = [1, 2, 3, 4, 5];
const HELD_OUT = 0.25;
const RATINGS = [100, 500, 2000];
const LABEL_COUNTS = [50, 200, 1000, Number.POSITIVE_INFINITY];

const ADAPTED_SETS = ['patient comments', 'app reviews (Maalej)', 'app reviews (MiniBAR)'];

/** Prints how far adapting carries on sets that stand for workspaces, and what it takes. */
export async function printAdaptation(outsiders: readonly Outsider[], encoder: Encoder): Promise<void> {
  const percent = (share: number): string => (100 * share).toFixed(1);
  console.log('\n## Adapting to a workspace: texts held out, medians of five repetitions\n');
  console.log('| set | learned from | held out | accuracy | macro-F1 | pole of those not neutral |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const outsider of outsiders) {
    const unseen = outsider.unseen.filter(({ set }) => ADAPTED_SETS.includes(set));
    for await (const point of measureAdaptation({ ...outsider, unseen }, encoder)) {
      const { set, learned, heldOut, threeWay, twoWay } = point;
      const figures = [threeWay.accuracy, threeWay.macroF1, twoWay].map(percent);
      console.log(`| ${[set, learned, heldOut, ...figures].join(' | ')} |`);
    }
  }
  const withoutComments = outsiders.find(({ unseen }) => unseen[0]?.set === 'patient comments');
  if (withoutComments) await printAllLabels(withoutComments, encoder);
  const texts = outsiders.flatMap(({ unseen }) => unseen).slice(0, TIMED);
  const seconds = timeLearning(await readExamples(texts.map(toText), encoder));
  console.log(
    `\nLearning from ${TIMED.toLocaleString('en')} texts with five folds, beside reading them: ${seconds.toFixed(1)} s of one processor.`,
  );
}

const TIMED = 5000;

/**
 * How far a workspace's ratings and labels carry: each set stands for a workspace whose texts the bundled model has not
 * seen. A quarter of it is held out; the rest is learned from, as ratings (of texts that are not neutral, their pole alone)
 * or as labels. Medians of five repetitions.
 *
 * @param outsider a model that has not seen the sets, and their examples
 */
async function* measureAdaptation(
  { model, unseen }: Outsider,
  encoder: Encoder,
): AsyncGenerator<AdaptationPoint> {
  const bundled = { english: model, learned: getLearnedModels() };
  for (const set of new Set(unseen.map((example) => example.set))) {
    const texts = unseen.filter((example) => example.set === set);
    const examples = await readExamples(texts.map(toText), encoder, () => {}, bundled);
    const rated = examples.filter(({ known }) => known.label !== 'neutral').length;
    yield measurePoint(set, 'nothing', examples, () => []);
    for (const count of RATINGS) {
      // Those that are left by the held-out ones, about.
      const most = Math.min(count, Math.floor(rated * (1 - HELD_OUT)));
      yield measurePoint(set, `${most.toLocaleString('en')} ratings`, examples, (rest) =>
        rest.flatMap(toRating).slice(0, most),
      );
      if (most < count) break;
    }
    for (const count of LABEL_COUNTS) {
      const most = Math.min(count, Math.round(examples.length * (1 - HELD_OUT)));
      yield measurePoint(set, `${most.toLocaleString('en')} labels`, examples, (rest) =>
        rest.slice(0, count),
      );
      if (most < count) break;
    }
    if (examples.length * (1 - HELD_OUT) < 1200) continue;
    yield measurePoint(set, '200 labels and 500 ratings', examples, (rest) => [
      ...rest.slice(0, 200),
      ...rest.slice(200).flatMap(toRating).slice(0, 500),
    ]);
  }
}

const toText = ({ text, label }: LabelledText, index: number) => ({
  text,
  language: 'en',
  group: String(index),
  known: { by: 'label' as const, label: LABELS[label] ?? 'neutral', isRandom: true },
});

function toRating(example: AdaptationExample): AdaptationExample[] {
  const { label } = example.known;
  return label === 'neutral' ? [] : [{ ...example, known: { by: 'rating', label } }];
}

function measurePoint(
  set: string,
  learned: string,
  examples: readonly AdaptationExample[],
  choose: (rest: readonly AdaptationExample[]) => AdaptationExample[],
): AdaptationPoint {
  const size = Math.round(examples.length * HELD_OUT);
  const runs = SEEDS.map((seed) => {
    const mixed = shuffle(examples, makeRandom(seed));
    const heldOut = mixed.slice(0, size);
    const chosen = choose(mixed.slice(size));
    const shift = chosen.length > 0 ? fitShift(chosen) : null;
    return measure(
      heldOut,
      heldOut.map(({ bundled, features, vector }) =>
        shift ? shiftChances(shift, bundled, features, vector) : bundled,
      ),
    );
  });
  const median = (values: number[]) => values.sort((a, b) => a - b)[(values.length - 1) / 2] ?? 0;
  return {
    set,
    learned,
    heldOut: size,
    threeWay: {
      accuracy: median(runs.map(({ accuracy }) => accuracy)),
      macroF1: median(runs.map(({ macroF1 }) => macroF1)),
    },
    twoWay: median(runs.map(({ twoWay }) => twoWay)),
  };
}

function measure(examples: readonly AdaptationExample[], chances: readonly Chances[]) {
  const truth = examples.map(({ known }) => known.label);
  const said = chances.map((one) => LABELS[one.indexOf(Math.max(...one))] ?? 'neutral');
  const poles = truth.flatMap((label, index) => {
    const [negative = 0, , positive = 0] = chances[index] ?? [];
    return label === 'neutral' ? [] : [(label === 'negative') === negative > positive];
  });
  return {
    accuracy: said.filter((label, index) => label === truth[index]).length / truth.length,
    macroF1: measureMacroF1(truth, said),
    twoWay: poles.filter(Boolean).length / Math.max(1, poles.length),
  };
}

/** Seconds of one thread that learning takes beside reading the texts: five folds and the model itself. */
function timeLearning(examples: readonly AdaptationExample[]): number {
  const began = process.cpuUsage();
  adaptLanguage(languageOf(examples[0] ?? { language: 'en' }), examples);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}
