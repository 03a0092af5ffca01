import { writeFileSync } from 'node:fs';
import { hasDataSets } from '@/lib/core/testing/data-sets';
import { openEncoder } from '@/lib/nlp/encoder/encoder';
import { packKindModels } from '@/lib/nlp/kinds/kind-model';
import type { LearnedLanguage, LearnedModel } from '@/lib/nlp/polarity/learned-language';
import { getOpenEnglishModel } from '@/lib/nlp/polarity/models';
import { packEnglishModel, packTweetModels } from '@/lib/nlp/polarity/packed-models';
import { measureMacroF1 } from '@/lib/nlp/testing/measure-labels';
import { fitWordLists } from './fit-word-lists';
import { readLabelledKinds } from './labelled-kinds';
import { readEnglishTweets, readFrenchTexts, readOpenTexts, readTweets } from './labelled-texts';
import { fitEnglishConfidence, trainWithout } from './leave-out';
import { writeSentenceAxes } from './sentence-axes';
import { type Example, readExamples, trainEnglish } from './train-english';
import { measureRuleAlone, trainKindModels } from './train-kinds';
import { trainLearnedLanguage } from './train-learned-language';
import { openUnseenSentiment } from './unseen-sentiment';
import { writeWordTable } from './word-table';

// `npm run train`: makes the word vectors and the axes of sentence vectors, then the weights of sentiment, then those of the kinds of statement
// from the data sets, and writes them where the product reads them. `npm run train -- words`, `-- axes`, `-- open`, `-- tweets`, `-- kinds`
// make one of them, or several: `open` is the English model of texts under open licences, `tweets` all that rests on
// tweets of research origin, and nothing else reads those. `-- lists` prints what the word lists' confidence is, which stands in the code.
// The same data give the same files. What they hold and reach: docs/model-card.md.
if (!hasDataSets('the models')) process.exit(1);
const began = performance.now();
const say = (words: string) =>
  console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${words}`);

const parts = process.argv.slice(2);
const isWanted = (part: 'words' | 'axes' | 'open' | 'tweets' | 'lists' | 'kinds') =>
  parts.length === 0 || parts.includes(part);
if (isWanted('words')) say(`word vectors: ${await writeWordTable()}`);
if (isWanted('axes')) say(`axes of sentences: ${await writeSentenceAxes()}`);

const FILES: Record<LearnedLanguage, string> = {
  de: 'german',
  es: 'spanish',
  fr: 'french',
  it: 'italian',
  pt: 'portuguese',
};
let open: Example[] | undefined;
/** Texts under open licences, read once for all parts. */
async function readOpen(): Promise<Example[]> {
  open ??= await readExamples(readOpenTexts(), await openEncoder(), () => {});
  say(`English: ${open.length} texts under open licences`);
  return open;
}

if (isWanted('open')) {
  const open = await readOpen();
  const confidence = fitEnglishConfidence([...trainWithout(open)]);
  write('polarity/weights/english.json', packEnglishModel({ ...trainEnglish(open), confidence }));
}
if (isWanted('tweets')) {
  const tweets = await readExamples(readEnglishTweets(), await openEncoder(), () => {});
  say(`English: ${tweets.length} tweets`);
  const all = [...(await readOpen()), ...tweets];
  const confidence = fitEnglishConfidence([
    { model: getOpenEnglishModel(), unseen: tweets },
    ...trainWithout(all),
  ]);
  say('confidence measured on sets left out');

  const languages: Partial<Record<LearnedLanguage, LearnedModel>> = {};
  for (const [language, file] of Object.entries(FILES) as [LearnedLanguage, string][]) {
    const more = language === 'fr' ? readFrenchTexts() : [];
    const { model, heldOut } = trainLearnedLanguage(language, readTweets(file), more);
    languages[language] = model;
    const f1 = measureMacroF1(heldOut.truth.map(String), heldOut.predicted.map(String));
    say(`${language}: macro-F1 ${(100 * f1).toFixed(1)} on tweets held out`);
  }
  write(
    'polarity/weights/multilingual-tweets.json',
    packTweetModels({ ...trainEnglish(all), confidence }, languages),
  );
}

if (isWanted('lists')) for (const line of fitWordLists()) say(line);

if (isWanted('kinds')) {
  const sentimentOf = openUnseenSentiment(await readOpen());
  const rows = readLabelledKinds();
  const models = trainKindModels(rows, sentimentOf);
  const ruleAlone = measureRuleAlone(rows, sentimentOf);
  write('kinds/weights/app-reviews.json', packKindModels(models, ruleAlone));
}

function write(name: string, content: object): void {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  writeFileSync(new URL(`../../lib/nlp/${name}`, import.meta.url), text);
  say(`${name}: ${(text.length / 1e6).toFixed(2)} MB`);
}
