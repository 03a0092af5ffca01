import { annotateTexts, annotateWithEncoder } from '@/lib/nlp/annotate';
import type { Encoder } from '@/lib/nlp/encoder/encoder';
import { readVocabulary } from '@/lib/nlp/encoder/read-vocabulary';
import { makeUnigramTokenizer } from '@/lib/nlp/encoder/unigram-tokenizer';
import { judgeFast, judgeWithEncoder } from '@/lib/nlp/polarity/judge-sentiment';
import { tokenizeForSentiment } from '@/lib/nlp/sentiment-tokens';
import type { Judge } from './peers';

const BATCH = 512;
/** A fast lane needs more texts than a slow one for a steady figure. */
const LONG_ENOUGH_SECONDS = 3;
/** Until the runtime has compiled what a lane needs, as it has in a worker that reads all day. */
const WARM_UP_SECONDS = 4;

export interface Speed {
  name: string;
  textsPerSecond: number;
}

/**
 * How many texts each lane reads in a second of one processor, beside the peers and splitting into words alone. Processor
 * time, not the clock's, since other programs may share the machine; the runtime's own helpers (compiler, collector) count. Each
 * lane and peer reads for some seconds before it is timed.
 */
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
    ['annotation whole, fast lane', async (batch) => annotateTexts(batch.map((text) => ({ text })))],
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
    await readFor(WARM_UP_SECONDS, texts, read);
    speeds.push({ name, textsPerSecond: await readFor(LONG_ENOUGH_SECONDS, texts, read) });
  }
  return speeds;
}

/** Reads the texts over and over for as long; gives how many a second. */
async function readFor(
  seconds: number,
  texts: readonly string[],
  read: (batch: readonly string[]) => Promise<unknown>,
): Promise<number> {
  const began = processorSeconds();
  let count = 0;
  while (processorSeconds() - began < seconds) {
    const from = count % texts.length;
    const batch = texts.slice(from, from + BATCH);
    await read(batch);
    count += batch.length;
  }
  return count / (processorSeconds() - began);
}

const MICROSECONDS = 1e6;

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / MICROSECONDS;
}
