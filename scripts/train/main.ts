import { writeFileSync } from 'node:fs';
import { hasDataSets } from '@/lib/core/testing/data-sets';
import { openEncoder } from '@/lib/nlp/encoder/encoder';
import { type KindLanguage, kindLanguages } from '@/lib/nlp/kinds/kind-features';
import { type KindModel, packKindModels } from '@/lib/nlp/kinds/kind-model';
import type { LearnedLanguage, LearnedModel } from '@/lib/nlp/polarity/learned-language';
import { packEnglishModel, packLearnedModels } from '@/lib/nlp/polarity/packed-models';
import { measureMacroF1 } from '@/lib/nlp/testing/measure-labels';
import { readLabelledKinds } from './labelled-kinds';
import { readFrenchTexts, readOpenTexts, readTweets } from './labelled-texts';
import { fitEnglishConfidence, trainWithout } from './leave-out';
import { readExamples, trainEnglish } from './train-english';
import { trainKindModel } from './train-kinds';
import { trainLearnedLanguage } from './train-learned-language';
import { openUnseenSentiment } from './unseen-sentiment';
import { writeWordTable } from './word-table';

// `npm run train`: makes the word vectors and the weights of the sentiment models from the data sets and writes them where
// the product reads them, then those of the kinds of statement. The same data give the same files; `npm run train -- languages`
// makes those of sentiment beside English alone, `-- kinds` those of kinds. What they hold and reach: docs/model-card.md.
if (!hasDataSets('the models')) process.exit(1);
const began = performance.now();
const say = (words: string) =>
  console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${words}`);

const only = process.argv[2];
if (only === undefined) {
  say(`word vectors: ${await writeWordTable()}`);

  const texts = readOpenTexts();
  say(`English: ${texts.length} texts`);
  const examples = await readExamples(texts, await openEncoder(), () => {});
  say('read');
  const outsiders = [...trainWithout(examples)];
  say('confidence measured on sets left out');
  write(
    'polarity/weights/english.json',
    packEnglishModel({ ...trainEnglish(examples), confidence: fitEnglishConfidence(outsiders) }),
  );
}

const FILES: Record<LearnedLanguage, string> = {
  de: 'german',
  es: 'spanish',
  fr: 'french',
  it: 'italian',
  pt: 'portuguese',
};
if (only !== 'kinds') {
  const learned: Partial<Record<LearnedLanguage, LearnedModel>> = {};
  for (const [language, file] of Object.entries(FILES) as [LearnedLanguage, string][]) {
    const more = language === 'fr' ? readFrenchTexts() : [];
    const { model, heldOut } = trainLearnedLanguage(language, readTweets(file), more);
    learned[language] = model;
    const f1 = measureMacroF1(heldOut.truth.map(String), heldOut.predicted.map(String));
    say(`${language}: macro-F1 ${(100 * f1).toFixed(1)} on tweets held out`);
  }
  write('polarity/weights/multilingual-tweets.json', packLearnedModels(learned));
}

if (only !== 'languages') {
  const sentimentOf = await openUnseenSentiment(await openEncoder());
  const rows = readLabelledKinds();
  const models = kindLanguages.map((language): [KindLanguage, KindModel] => [
    language,
    trainKindModel(
      rows.filter((row) => row.language === language),
      language,
      sentimentOf[language],
    ),
  ]);
  write('kinds/weights/app-reviews.json', packKindModels(new Map(models)));
}

function write(name: string, content: object): void {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  writeFileSync(new URL(`../../lib/nlp/${name}`, import.meta.url), text);
  say(`${name}: ${(text.length / 1e6).toFixed(2)} MB`);
}
