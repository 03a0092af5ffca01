import { writeFileSync } from 'node:fs';
import { readColumn } from '@/lib/core/testing/data-sets';
import { openEncoder } from '@/lib/nlp/encoder/encoder';
import { formatWordVectors } from '@/lib/nlp/encoder/word-vectors';
import { foldText } from '@/lib/nlp/fold';
import { GENERAL_VALENCES } from '@/lib/nlp/lexicons/english';
import { buildLexicon } from '@/lib/nlp/sentiment-lexicon';
import { tokenizeForSentiment } from '@/lib/nlp/sentiment-tokens';
import { buildWordTable, countWords } from './build-word-table';
import { readCollectedTexts } from './labelled-texts';

/** English texts under open licences, for how often words are used. */
const MORE_TEXTS: [file: string, column: string][] = [
  ['banking77/train.csv', 'text'],
  ['clinc150/train.csv', 'text'],
  ['cfpb_complaints/with_narrative.csv', 'Consumer complaint narrative'],
  ['multidogo/finance.csv', 'utterance'],
  ['multidogo/media.csv', 'utterance'],
  ['multidogo/software.csv', 'utterance'],
];

/** Writes lib/nlp/encoder/word-vectors.bin. */
export async function writeWordTable(): Promise<string> {
  const texts = [
    ...readCollectedTexts().map(({ text }) => text),
    ...MORE_TEXTS.flatMap(([file, column]) => readColumn(file, column)),
  ];
  const read = function* () {
    for (const text of texts) yield listWords(text);
    // Every general opinion word has a vector, also one that these texts hold once or never.
    const opinions = listGeneralOpinions();
    yield opinions;
    yield opinions;
  };
  const counts = countWords(read());
  const file = formatWordVectors(await buildWordTable(counts, await openEncoder()));
  writeFileSync(new URL('../../lib/nlp/encoder/word-vectors.bin', import.meta.url), file);
  return `${counts.length} words, ${(file.length / 1e6).toFixed(2)} MB`;
}

const listWords = (text: string): string[] =>
  tokenizeForSentiment(text, false).flatMap(({ kind, written }) =>
    kind === 'word' ? [foldText(written)] : [],
  );

function listGeneralOpinions(): string[] {
  const { words } = buildLexicon({
    valences: GENERAL_VALENCES,
    negations: '',
    intensities: {},
    contrasts: '',
  });
  return [...words].filter(([, valence]) => valence !== 0).map(([word]) => word);
}
