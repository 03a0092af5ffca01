import { makeRandom } from '@/lib/core/random';
import { adaptLanguage } from '@/lib/nlp/adaptation/adapt-sentiment';
import { type AdaptationExample, LABELS } from '@/lib/nlp/adaptation/examples';
import { shiftChances } from '@/lib/nlp/adaptation/sentiment-adapter';
import { isReadByModel } from '@/lib/nlp/kind';
import { type ConfidenceCurve, readConfidence } from '@/lib/nlp/polarity/confidence-curve';
import type { Chances } from '@/lib/nlp/polarity/linear-model';
import { judgeAdaptation } from '@/lib/quality/judge-adaptation';
import { fitEnglishConfidence, type Outsider, predictExample } from '@/scripts/train/leave-out';
import type { Example } from '@/scripts/train/train-english';
import { shuffle } from './shuffle';

/** How sure the engine was of a text, and whether it was right. */
interface Judged {
  confidence: number;
  isRight: boolean;
  /** How much the text counts. */
  weight: number;
}

const TENTHS = 10;
const LANES = ['fast', 'full'] as const;
type Lane = (typeof LANES)[number];

/**
 * Prints how sure the engine was of texts of each kind and how often it was right, from the least sure tenth to the surest. Neither
 * the model nor the curve of confidence has seen the kind: so it is with the texts of a new workspace. Then the same after the
 * workspace labelled some of its texts at random.
 *
 * @param insider has seen half of every set, and not its examples
 */
export function printConfidence(outsiders: readonly Outsider[], insider: Outsider): void {
  heading('Confidence by tenth: said / right; model and curve have not seen the kind', ['texts', 'lane']);
  for (const lane of LANES) {
    const all = outsiders.map((outsider) => judgeUnseen(outsider, lane, curveWithout(outsiders, outsider)));
    for (const [index, judged] of all.entries()) printTenths([nameOf(outsiders[index]), lane], judged);
    printTenths(['all, each kind alike', lane], all.flat());
  }
  heading('Confidence by tenth: said / right; half of each set was seen', ['texts', 'lane']);
  const curves = fitEnglishConfidence(outsiders);
  for (const { unseen } of outsiders) {
    const sets = new Set(unseen.map(({ set }) => set));
    const part = { ...insider, unseen: insider.unseen.filter(({ set }) => sets.has(set)) };
    printTenths([nameOf(part), 'full'], judgeUnseen(part, 'full', curves));
  }
  heading('Confidence by tenth, full lane, in a workspace with labels', ['texts', 'labels', 'opinion used']);
  for (const outsider of outsiders) {
    const curve = curveWithout(outsiders, outsider).full;
    const examples = outsider.unseen.filter(({ text }) => isReadByModel(text)).map(toExample(outsider));
    for (const count of LABEL_COUNTS) {
      const runs = SEEDS.map((seed) => learnAndJudge(examples, count, seed, curve));
      const used = runs.filter(({ isUsed }) => isUsed).length;
      const judged = runs.flatMap((run) => run.judged);
      printTenths([nameOf(outsider), String(count), `${used} of ${SEEDS.length}`], judged);
    }
  }
}

const SEEDS = [1, 2, 3, 4, 5];
const LABEL_COUNTS = [0, 100, 500];
/** Of the texts left by the labelled ones, this many are judged in each repetition at most. */
const MOST_JUDGED = 2000;

const curveWithout = (outsiders: readonly Outsider[], one: Outsider) =>
  fitEnglishConfidence(outsiders.filter((other) => other !== one));

const nameOf = (outsider: Outsider | undefined): string =>
  [...new Set(outsider?.unseen.map(({ set }) => set))].join(', ');

function judgeUnseen(
  { model, unseen }: Outsider,
  lane: Lane,
  curves: Record<Lane, ConfidenceCurve>,
): Judged[] {
  return unseen.map((example) =>
    judge(predictExample(model, example, lane), example.label, curves[lane], 1 / unseen.length),
  );
}

function judge(chances: Chances, label: number, curve: ConfidenceCurve, weight = 1): Judged {
  const chance = Math.max(...chances);
  return { confidence: readConfidence(curve, chance), isRight: chances.indexOf(chance) === label, weight };
}

const toExample =
  ({ model }: Outsider) =>
  (example: Example, index: number): AdaptationExample => ({
    text: example.text,
    language: 'en',
    group: String(index),
    known: { by: 'label', label: LABELS[example.label] ?? 'neutral', isRandom: true },
    features: example.features,
    vector: example.vector,
    bundled: predictExample(model, example, 'full'),
  });

/** Learns from labels as a workspace does, keeps what the product would keep, and judges other texts with it. */
function learnAndJudge(
  examples: readonly AdaptationExample[],
  count: number,
  seed: number,
  bundledCurve: ConfidenceCurve,
): { isUsed: boolean; judged: Judged[] } {
  const mixed = shuffle(examples, makeRandom(seed));
  const own = judgeAdaptation(adaptLanguage('en', mixed.slice(0, count)), bundledCurve).adapter;
  const curve = own?.confidence ?? bundledCurve;
  const judged = mixed
    .slice(count, count + MOST_JUDGED)
    .map(({ bundled, features, vector, known }) =>
      judge(
        own?.shift ? shiftChances(own.shift, bundled, features, vector) : bundled,
        LABELS.indexOf(known.label),
        curve,
      ),
    );
  return { isUsed: own?.shift != null, judged };
}

/** A row: each tenth of the weight, and the largest distance between what was said and what was right. */
function printTenths(names: readonly string[], judged: readonly Judged[]): void {
  const tenths = measureTenths(judged);
  const farthest = Math.max(...tenths.map(({ confidence, right }) => Math.abs(confidence - right)));
  const mean = tenths.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / TENTHS;
  console.log(
    `| ${[
      ...names,
      Math.min(...tenths.map(({ texts }) => texts)),
      ...tenths.map(({ confidence, right }) => `${whole(confidence)}/${whole(right)}`),
      (100 * farthest).toFixed(1),
      (100 * mean).toFixed(1),
    ].join(' | ')} |`,
  );
}

const whole = (share: number): string => (100 * share).toFixed(0);

function heading(title: string, first: readonly string[]): void {
  const tenths = Array.from({ length: TENTHS }, (_, tenth) => String(tenth + 1));
  const cells = [...first, 'in a tenth', ...tenths, 'farthest apart', 'mean'];
  console.log(`\n## ${title}\n\n| ${cells.join(' | ')} |\n| ${cells.map(() => '---').join(' | ')} |`);
}

function measureTenths(judged: readonly Judged[]): { texts: number; confidence: number; right: number }[] {
  const sorted = [...judged].sort((a, b) => a.confidence - b.confidence);
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  const tenths = Array.from({ length: TENTHS }, () => ({ texts: 0, weight: 0, confidence: 0, right: 0 }));
  let seen = 0;
  for (const { confidence, isRight, weight } of sorted) {
    const tenth = tenths[Math.min(TENTHS - 1, Math.floor((TENTHS * (seen + weight / 2)) / total))];
    seen += weight;
    if (!tenth) continue;
    tenth.texts++;
    tenth.weight += weight;
    tenth.confidence += weight * confidence;
    tenth.right += isRight ? weight : 0;
  }
  return tenths.map(({ texts, weight, confidence, right }) => ({
    texts,
    confidence: confidence / weight,
    right: right / weight,
  }));
}
