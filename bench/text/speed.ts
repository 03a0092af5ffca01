import { annotateText, annotateWithEncoder } from '@/lib/nlp/annotate';
import type { Encoder } from '@/lib/nlp/encoder/encoder';
import { readVocabulary } from '@/lib/nlp/encoder/read-vocabulary';
import { makeUnigramTokenizer } from '@/lib/nlp/encoder/unigram-tokenizer';
import { judgeFast, judgeWithEncoder } from '@/lib/nlp/polarity/judge-sentiment';
import { tokenizeForSentiment } from '@/lib/nlp/sentiment-tokens';
import type { Judge } from './peers';

const BATCH = 512;
/** A fast lane needs more texts than a slow one for a steady figure. */
const LONG_ENOUGH_MS = 3000;

export interface Speed {
  name: string;
  textsPerSecond: number;
}

/** How many texts a second each lane reads on one thread, beside the peers and splitting into words alone. */
export async function measureSpeeds(
  texts: readonly string[],
  encoder: Encoder,
  peers: ReadonlyMap<string, Judge>,
): Promise<Speed[]> {
  const tokenizer = makeUnigramTokenizer(readVocabulary());
  const each = (work: (text: string) => unknown) => async (batch: readonly string[]) => {
    for (const text of batch) work(text);
  };
  const statements = (batch: readonly string[]) => batch.map((text) => ({ text, language: 'en' }));
  const lanes: [name: string, read: (batch: readonly string[]) => Promise<unknown>][] = [
    ['splitting into words', each((text) => tokenizeForSentiment(text, false))],
    ["splitting into the encoder's pieces", each((text) => tokenizer.encode(text))],
    ['sentiment of documents, fast lane', async (batch) => statements(batch).map(judgeFast)],
    ['sentiment of documents, full lane', (batch) => judgeWithEncoder(statements(batch), encoder)],
    ['annotation whole, fast lane', async (batch) => batch.map((text) => annotateText({ text }))],
    [
      'annotation whole, full lane',
      (batch) =>
        annotateWithEncoder(
          batch.map((text) => ({ text })),
          encoder,
        ),
    ],
    ...[...peers].map(([name, judge]): [string, (batch: readonly string[]) => Promise<unknown>] => [
      name,
      each(judge),
    ]),
  ];
  const speeds: Speed[] = [];
  for (const [name, read] of lanes) {
    await read(texts.slice(0, BATCH));
    const began = performance.now();
    let count = 0;
    while (performance.now() - began < LONG_ENOUGH_MS) {
      const from = count % texts.length;
      const batch = texts.slice(from, from + BATCH);
      await read(batch);
      count += batch.length;
    }
    speeds.push({ name, textsPerSecond: count / ((performance.now() - began) / 1000) });
  }
  return speeds;
}
