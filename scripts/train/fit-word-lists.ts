import { measureOpinion } from '@/lib/nlp/lexicon-sentiment';
import { measureMacroF1 } from '@/lib/nlp/testing/measure-labels';
import { minimise } from '@/lib/nlp/training/minimise';
import { type LabelledText, readFrenchTexts, readOpenTexts, type SetName } from './labelled-texts';

/** A text as its word list reads it. */
interface Read {
  score: number;
  hits: number;
  label: number;
  /** Each set counts alike. */
  weight: number;
}

const ENGLISH_SETS: readonly SetName[] = [
  'patient comments',
  'app reviews (Maalej)',
  'app reviews (MiniBAR)',
];
/** Tried for the cuts between blame, neither and praise. */
const BLAME_CUTS = [-0.25, -0.15, -0.05, -0.01];
const PRAISE_CUTS = [0.05, 0.15, 0.25, 0.35];
const ITERATIONS = 100;
const WORD_SCALE = 100;

/**
 * What stands in `lexicon-sentiment.ts`, from texts under open licences alone: curves of "the label is right", logistic in |score| and
 * ln(1 + opinion words), and macro-F1 by where the score is cut. English on patient comments and app reviews; the other
 * languages on French app reviews, the only ones that are labelled, and neutral on both, for stars hardly know it.
 */
export function fitWordLists(): string[] {
  const open = readOpenTexts();
  const english = ENGLISH_SETS.flatMap((name) =>
    read(
      open.filter(({ set }) => set === name),
      'en',
    ),
  );
  const french = read(readFrenchTexts(), 'fr');
  return [
    `english, opinion: ${fit(english, false)}`,
    `english, neutral: ${fit(english, true)}`,
    `other, opinion: ${fit(french, false)}`,
    `other, neutral: ${fit([...english, ...french], true)}`,
    ...BLAME_CUTS.map(
      (blame) =>
        `blame from ${blame}: ` +
        PRAISE_CUTS.map(
          (praise) => `praise from ${praise} ${f1(english, blame, praise)}/${f1(french, blame, praise)}`,
        ).join(', '),
    ),
  ];
}

function read(texts: readonly LabelledText[], language: string): Read[] {
  return texts.flatMap(({ text, label }) => {
    const measured = measureOpinion(text, language);
    return measured ? [{ ...measured, label, weight: 1 / texts.length }] : [];
  });
}

const BLAME = -0.05;
const PRAISE = 0.25;
const labelOf = (score: number, blame = BLAME, praise = PRAISE): number =>
  score >= praise ? 2 : score <= blame ? 0 : 1;

function f1(rows: readonly Read[], blame: number, praise: number): string {
  const found = rows.map(({ score }) => String(labelOf(score, blame, praise)));
  const truth = rows.map(({ label }) => String(label));
  return (100 * measureMacroF1(truth, found)).toFixed(1);
}

/** Intercept, strength and evidence; neutral is no surer by a stronger score. */
function fit(rows: readonly Read[], isNeutral: boolean): string {
  const some = rows.filter(({ score }) => (labelOf(score) === 1) === isNeutral);
  const total = some.reduce((sum, { weight }) => sum + weight, 0);
  const weights = minimise(
    (point, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (const { score, hits, label, weight } of some) {
        const features = [1, isNeutral ? 0 : Math.abs(score), Math.log1p(hits)];
        const logit = features.reduce((sum, value, at) => sum + value * (point[at] ?? 0), 0);
        const chance = 1 / (1 + Math.exp(-logit));
        const isRight = label === labelOf(score);
        const share = weight / total;
        loss -= share * Math.log(Math.max(1e-12, isRight ? chance : 1 - chance));
        for (const [at, value] of features.entries()) {
          gradient[at] = (gradient[at] ?? 0) + share * (chance - (isRight ? 1 : 0)) * value;
        }
      }
      return loss;
    },
    3,
    ITERATIONS,
  );
  const right = some.filter(({ score, label }) => label === labelOf(score)).length;
  return `${[...weights].map((value) => (Math.round(value * WORD_SCALE) / WORD_SCALE).toFixed(2)).join(', ')} (${right} of ${some.length} right)`;
}
