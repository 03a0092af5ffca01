import { hasDataSets } from '@/lib/core/testing/data-sets';
import { openEncoder } from '@/lib/nlp/encoder/encoder';
import { findIntents } from '@/lib/nlp/intents/find-intents';
import type { StatementKind } from '@/lib/nlp/kind';
import { judgeKind, ratedKind } from '@/lib/nlp/kinds/judge-kind';
import { kindLanguages } from '@/lib/nlp/kinds/kind-features';
import { KIND_CLASSES, RATED_KINDS } from '@/lib/nlp/kinds/kind-model';
import { readConfidence } from '@/lib/nlp/polarity/confidence-curve';
import { type LabelledKind, readLabelledKinds } from '@/scripts/train/labelled-kinds';
import { readOpenTexts } from '@/scripts/train/labelled-texts';
import { readExamples } from '@/scripts/train/train-english';
import { isRightKind, judgeHeldOut, measureRuleAlone, trainKindModels } from '@/scripts/train/train-kinds';
import { openUnseenSentiment } from '@/scripts/train/unseen-sentiment';
import { printIntents, printNoContent } from './kinds/intents';

// `npm run bench -- kinds` prints how well the kind of a statement is told beside the rule alone, with a data set, an app or
// a fifth of the texts left out of training; what its confidence is worth; how many intents are meant and found; and the speed.
// Takes some three minutes, for it trains the sentiment without these texts; `-- kinds intents` prints the intents alone.
if (!hasDataSets('the measured quality')) process.exit(1);
if (process.argv[2] === 'intents') {
  printNoContent();
  printIntents();
  process.exit(0);
}

const FOLDS = 5;
const TENTHS = 10;
const percent = (share: number): string => (100 * share).toFixed(1);
const print = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
const heading = (title: string, cells: readonly string[]): void => {
  console.log(`\n## ${title}\n`);
  print(cells);
  print(cells.map(() => '---'));
};

const classOf = (kind: string): string => (kind === 'problem' || kind === 'request' ? kind : 'rest');

/** F1 of each class and their mean; where a text has two labels either is right. */
function measureClasses(rows: readonly LabelledKind[], kinds: readonly StatementKind[]): string[] {
  const f1 = KIND_CLASSES.map((one) => {
    let hits = 0;
    let wrong = 0;
    for (const [index, row] of rows.entries()) {
      const truth = row.kinds.map(classOf);
      const found = classOf(kinds[index] ?? 'rest');
      if (found === one && truth.includes(one)) hits++;
      else if (found === one || (truth.includes(one) && !truth.includes(found))) wrong++;
    }
    return (2 * hits) / (2 * hits + wrong);
  });
  return [...f1, f1.reduce((sum, value) => sum + value, 0) / f1.length].map(percent);
}

const sentimentOf = openUnseenSentiment(await readExamples(readOpenTexts(), await openEncoder(), () => {}));
const all = readLabelledKinds();

heading('Kind: F1 of problem, request, the rest; macro-F1', [
  'texts',
  'left out of training',
  'number',
  'rule: problem',
  'request',
  'rest',
  'macro',
  'engine: problem',
  'request',
  'rest',
  'macro',
]);
for (const language of kindLanguages) {
  const rows = all.filter((row) => row.language === language);
  const splits: [string, (row: LabelledKind, index: number) => string | number][] = [
    ['the set', ({ set }) => set],
    ['the app', ({ group }) => group],
    ['a fifth', (_, index) => index % FOLDS],
  ];
  for (const [name, partOf] of splits) {
    if (new Set(rows.map(partOf)).size < 2) continue;
    const heldOut = judgeHeldOut(rows, language, partOf, sentimentOf[language]);
    for (const group of new Set(heldOut.map((row) => (name === 'the app' ? row.group : row.set)))) {
      const part = heldOut.filter((row) => row.group === group || row.set === group);
      print([
        `${group} (${language})`,
        name,
        part.length,
        ...measureClasses(
          part,
          part.map(({ rule }) => rule),
        ),
        ...measureClasses(
          part,
          part.map(({ kind }) => kind),
        ),
      ]);
    }
  }
}

heading('Confidence by kind: texts, said, right; a fifth left out, curves of apps left out', [
  'language',
  ...RATED_KINDS,
]);
for (const [language, { confidence }] of trainKindModels(all, sentimentOf)) {
  const rows = all.filter((row) => row.language === language);
  const judged = judgeHeldOut(rows, language, (_, index) => index % FOLDS, sentimentOf[language])
    .filter(({ kind }) => kind !== 'no_content')
    .map(({ kind, kinds, chance }) => {
      const rated = ratedKind(kind);
      return { rated, said: readConfidence(confidence[rated], chance), isRight: isRightKind(rated, kinds) };
    });
  const mean = (values: readonly number[]) =>
    percent(values.reduce((sum, value) => sum + value, 0) / values.length);
  const show = (part: typeof judged) =>
    `${mean(part.map(({ said }) => said))}/${mean(part.map(({ isRight }) => (isRight ? 1 : 0)))}`;
  print([
    language,
    ...RATED_KINDS.map((rated) => {
      const part = judged.filter((one) => one.rated === rated);
      return `${part.length}: ${show(part)}`;
    }),
  ]);
  const sorted = judged.toSorted((a, b) => a.said - b.said);
  print([
    `${language}, by tenth`,
    ...Array.from({ length: TENTHS }, (_, tenth) =>
      show(sorted.slice((tenth * sorted.length) / TENTHS, ((tenth + 1) * sorted.length) / TENTHS)),
    ),
  ]);
}

heading(
  'Kind by the rule alone: the least that it reached, which stands for languages that nobody labelled',
  [...RATED_KINDS],
);
const ruleAlone = measureRuleAlone(all, sentimentOf);
print(RATED_KINDS.map((rated) => percent(ruleAlone[rated])));

printNoContent();
printIntents();

const english = all.filter(({ language }) => language === 'en');
const timed = (work: (text: string) => unknown): string => {
  const from = process.cpuUsage();
  for (const { text } of english) work(text);
  const { user, system } = process.cpuUsage(from);
  return Math.round(english.length / ((user + system) / 1e6)).toLocaleString('en');
};
heading('Speed', ['what', 'texts a second of one processor']);
print(['intents', timed((text) => findIntents(text, 'en'))]);
print(['kind, the sentiment given', timed((text) => judgeKind(text, 'en', { label: 'neutral' }))]);
