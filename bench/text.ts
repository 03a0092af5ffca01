import { hasDataSets } from '@/lib/core/testing/data-sets';
import { openEncoder } from '@/lib/nlp/encoder/encoder';
import { getOpenEnglishModel } from '@/lib/nlp/polarity/models';
import { countNoOpinion } from '@/scripts/train/count-no-opinion';
import { readEnglishTweets, readOpenTexts, type SetName } from '@/scripts/train/labelled-texts';
import { type Outsider, trainWithout } from '@/scripts/train/leave-out';
import { type Example, readExamples, trainEnglish } from '@/scripts/train/train-english';
import { printRedaction } from './redaction';
import { printAdaptation } from './text/adaptation';
import { measureAspects } from './text/aspects';
import { printConfidence } from './text/confidence';
import { measureFrenchSurvey } from './text/french-survey';
import { countUnsupported, measureLanguages } from './text/languages';
import { openPeers } from './text/peers';
import {
  annotatePlainFeedback,
  measurePlain,
  type PlainFeedback,
  readPlainFeedback,
} from './text/plain-feedback';
import { judgeAll, judgeExamples, measureQuality, type Quality } from './text/quality';
import { measureSpeeds } from './text/speed';

// `npm run bench -- text` prints what the text engine reaches beside its peers: speed, quality on labelled files with the
// target left out of training and with half of it in, confidence, other languages, aspects, adapting to a workspace, the
// finding of languages and personal data. Takes some ten minutes, for it trains the models anew; `npm run bench -- text PART ...` prints parts alone.
if (!hasDataSets('the measured quality')) process.exit(1);
const PARTS = [
  'speed',
  'redaction',
  'aspects',
  'survey',
  'plain',
  'no-opinion',
  'quality',
  'confidence',
  'adaptation',
];
const asked = process.argv.slice(2);
const unknown = asked.find((part) => !PARTS.includes(part));
if (unknown !== undefined) {
  console.error(`There is no part ${unknown}. Parts: ${PARTS.join(', ')}.`);
  process.exit(1);
}
const isWanted = (part: string): boolean => asked.length === 0 || asked.includes(part);

const percent = (share: number): string => (100 * share).toFixed(1);
const print = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
const heading = (title: string, cells: readonly string[]): void => {
  console.log(`\n## ${title}\n`);
  print(cells);
  print(cells.map(() => '---'));
};

/** Where no file of its own says so: judged by the makers of VADER's own lexicon, so VADER is not judged on it. */
const RATED_FOR_VADER: readonly SetName[] = ['rated tweets', 'product sentences'];
const LANES = ['fast', 'full'] as const;

const peers = openPeers();
const encoder = await openEncoder();
const tweets = readEnglishTweets();
const open = readOpenTexts();
const comments = open.filter(({ set }) => set === 'patient comments' || set === 'app reviews (MiniBAR)');

if (isWanted('speed')) {
  heading('Speed', ['what', 'texts a second of one processor']);
  for (const { name, textsPerSecond } of await measureSpeeds(
    [...tweets, ...comments].map(({ text }) => text),
    encoder,
    peers,
  )) {
    print([name, Math.round(textsPerSecond).toLocaleString('en')]);
  }
  console.log(
    `\nPeak memory so far: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, peers included.`,
  );
}
if (isWanted('redaction')) {
  console.log('\n## Language and personal data: recall and false alarms\n');
  printRedaction();
}
if (isWanted('aspects')) {
  heading('Sentiment of aspects (MAMS): accuracy / macro-F1', [
    'judged by',
    'aspects',
    ...peers.keys(),
    'ours, fast',
    'ours, full',
  ]);
  for (const { name, aspects, peers: others, fast, full } of await measureAspects(encoder, peers)) {
    print([
      name,
      aspects,
      ...[...others, fast, full].map(({ accuracy, macroF1 }) => `${percent(accuracy)}/${percent(macroF1)}`),
    ]);
  }
}
if (isWanted('survey')) {
  heading('French survey comments, by the NPS beside them', [
    'judged by',
    'comments',
    'accuracy / macro-F1',
    'promoters over detractors',
  ]);
  for (const { name, comments, accuracy, macroF1, pairsRight } of measureFrenchSurvey(peers)) {
    print([name, comments, `${percent(accuracy)}/${percent(macroF1)}`, percent(pairsRight)]);
  }
}
if (isWanted('plain')) {
  heading('Short plain feedback of companies: accuracy / macro-F1; praise read as blame or the reverse', [
    'language',
    'lines',
    'texts',
    'fast',
    'full',
  ]);
  for (const file of ['lines', 'words'] as const) {
    const rows = readPlainFeedback(file);
    const annotations = await annotatePlainFeedback(rows, encoder);
    const printPart = (language: string, name: string, isIn: (row: PlainFeedback) => boolean) => {
      const isOf = (row: PlainFeedback) => (language === 'all' || row.language === language) && isIn(row);
      const isKept = rows.map(isOf);
      const some = rows.filter(isOf);
      print([
        language,
        name,
        some.length,
        ...LANES.map((lane) => {
          const read = annotations[lane].filter((_, index) => isKept[index]);
          const { accuracy, macroF1, turned } = measurePlain(some, read);
          return `${percent(accuracy)}/${percent(macroF1)}; ${turned}`;
        }),
      ]);
    };
    for (const language of [...new Set(rows.map((row) => row.language)), 'all']) {
      if (file === 'words') printPart(language, 'a few words', () => true);
      else {
        printPart(language, 'looked at', ({ isHeldOut }) => !isHeldOut);
        printPart(language, 'not looked at', ({ isHeldOut }) => isHeldOut);
      }
    }
  }
}
if (isWanted('no-opinion')) {
  heading('Answers taken to hold no opinion', [
    'file',
    'labels are of',
    'texts',
    'no opinion',
    'labelled neutral',
  ]);
  for (const { set, isOfWords, texts, noOpinion, neutral } of countNoOpinion()) {
    print([set, isOfWords ? 'words' : 'stars or grades', texts, noOpinion, neutral]);
  }
}
const UNTRAINED = ['speed', 'redaction', 'aspects', 'survey', 'plain', 'no-opinion'];
if (asked.length > 0 && asked.every((part) => UNTRAINED.includes(part))) process.exit(0);

const examples = await readExamples(open, encoder, () => {});
const unseenTweets = await readExamples(tweets, encoder, () => {});
const outsiders: Outsider[] = [
  { model: getOpenEnglishModel(), unseen: unseenTweets },
  // As the bundled model is trained: the tweets are in.
  ...trainWithout([...examples, ...unseenTweets]),
];

const isSecondHalf = (_: unknown, index: number) => index % 2 === 1;
const all = [...examples, ...unseenTweets];
/** Has seen half of every set. */
const insider: Outsider = {
  model: trainEnglish(all.filter((example, index) => !isSecondHalf(example, index))),
  unseen: all.filter(isSecondHalf),
};

if (isWanted('quality')) {
  heading('Sentiment, English: accuracy / macro-F1', [
    'file',
    'texts',
    ...peers.keys(),
    'ours, fast: left out',
    'with half in',
    'ours, full: left out',
    'with half in',
  ]);
  for (const { model, unseen } of outsiders) {
    for (const set of new Set(unseen.map((example) => example.set))) {
      const isOfSet = (example: Example) => example.set === set;
      const texts = unseen.filter(isOfSet);
      const rest = insider.unseen.filter(isOfSet);
      const show = (examplesOf: readonly Example[], verdicts: ReturnType<typeof judgeAll>) => {
        const { accuracy, macroF1 } = measureQuality(
          examplesOf.map(({ label }) => label),
          verdicts,
        );
        return `${percent(accuracy)}/${percent(macroF1)}`;
      };
      print([
        set,
        texts.length,
        ...[...peers].map(([name, judge]) =>
          name === 'vader-sentiment' && RATED_FOR_VADER.includes(set)
            ? '-'
            : show(texts, judgeAll(texts, judge)),
        ),
        ...LANES.flatMap((lane) => [
          show(texts, judgeExamples(model, texts, lane)),
          show(rest, judgeExamples(insider.model, rest, lane)),
        ]),
      ]);
    }
  }

  heading('Sentiment, other languages: accuracy / macro-F1, tweets by five folds, app reviews left out', [
    'file',
    'texts',
    ...peers.keys(),
    'word list alone',
    'ours',
  ]);
  const show = ({ accuracy, macroF1 }: Quality) => `${percent(accuracy)}/${percent(macroF1)}`;
  for (const { texts, number, peers: others, lexicon, ours } of measureLanguages(peers)) {
    print([texts, number, ...others.map(show), lexicon === null ? '-' : show(lexicon), show(ours)]);
  }
  for (const { texts, number, unsupported } of countUnsupported()) {
    print([texts, number, ...[...peers, 'word list'].map(() => '-'), `${unsupported} unsupported`]);
  }
}
if (isWanted('confidence')) printConfidence(outsiders, insider);
if (isWanted('adaptation')) await printAdaptation(outsiders, encoder);

console.log(`\nPeak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, training included.`);
