import { makeRandom } from '@/lib/core/random';
import { readCsv } from '@/lib/core/testing/data-sets';
import { type AdaptationText, LABELS, readExamples } from '@/lib/nlp/adaptation/examples';
import { fitShift } from '@/lib/nlp/adaptation/fit-shift';
import { shiftChances } from '@/lib/nlp/adaptation/sentiment-adapter';
import type { Encoder } from '@/lib/nlp/encoder/encoder';
import type { Chances } from '@/lib/nlp/polarity/linear-model';
import { getLearnedModels } from '@/lib/nlp/polarity/models';
import { measureMacroF1 } from '@/lib/nlp/testing/measure-labels';
import type { Outsider } from '@/scripts/train/leave-out';
import { shuffle } from './shuffle';

const FOLDS = 5;
const MOST_GRADE = 5;

/** How the grades of patient comments (-5 to 5) become labels; null leaves a comment out. */
const CUTS: readonly [name: string, labelOf: (grade: number) => number | null][] = [
  ['-2 to 2 neutral, 0 left out', (grade) => (grade === 0 ? null : cut(grade, 2))],
  ['-1 to 1 neutral, 0 left out', (grade) => (grade === 0 ? null : cut(grade, 1))],
  ['0 neutral', (grade) => cut(grade, 0)],
  ['-1 to 1 neutral', (grade) => cut(grade, 1)],
];
const cut = (grade: number, mild: number): number => (grade < -mild ? 0 : grade > mild ? 2 : 1);

/**
 * Prints what all labelled patient comments teach, by five folds: each comment is judged by a model that learned from four fifths
 * of the others. Under several cuts, for how mild a neutral comment is decides what can be reached.
 *
 * @param model has not seen patient comments
 */
export async function printAllLabels({ model }: Pick<Outsider, 'model'>, encoder: Encoder): Promise<void> {
  console.log('\n## Patient comments, all labels, five folds: accuracy / macro-F1\n');
  console.log('| cut | comments | negative, neutral, positive | bundled | adapted |');
  console.log('| --- | --- | --- | --- | --- |');
  const bundled = { english: model, learned: getLearnedModels() };
  for (const [name, labelOf] of CUTS) {
    const examples = await readExamples(readGraded(labelOf), encoder, () => {}, bundled);
    const truth = examples.map(({ known }) => known.label);
    const adapted: Chances[] = [];
    for (let fold = 0; fold < FOLDS; fold++) {
      const shift = fitShift(examples.filter((_, index) => index % FOLDS !== fold));
      for (let at = fold; at < examples.length; at += FOLDS) {
        const example = examples[at];
        if (example) adapted[at] = shiftChances(shift, example.bundled, example.features, example.vector);
      }
    }
    const show = (chances: readonly Chances[]) => {
      const said = chances.map((one) => LABELS[one.indexOf(Math.max(...one))] ?? 'neutral');
      const right = said.filter((label, index) => label === truth[index]).length;
      return `${percent(right / truth.length)}/${percent(measureMacroF1(truth, said))}`;
    };
    const counts = LABELS.map((label) => truth.filter((one) => one === label).length).join(', ');
    const figures = [show(examples.map((example) => example.bundled)), show(adapted)];
    console.log(`| ${[name, truth.length, counts, ...figures].join(' | ')} |`);
  }
}

const percent = (share: number): string => (100 * share).toFixed(1);

/** In another order than that of the file, which goes by hospital. */
function readGraded(labelOf: (grade: number) => number | null): AdaptationText[] {
  const texts = readCsv('nhs_patient_feedback/phase1_single_label.csv').flatMap(
    ({ feedback = '', criticality = '' }, index): AdaptationText[] => {
      const grade = Number(criticality);
      const label =
        criticality && Number.isInteger(grade) && Math.abs(grade) <= MOST_GRADE ? labelOf(grade) : null;
      if (label === null) return [];
      const known = { by: 'label' as const, label: LABELS[label] ?? 'neutral', isRandom: true };
      return [{ text: feedback, language: 'en', group: String(index), known }];
    },
  );
  return shuffle(texts, makeRandom(1));
}
