import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { TextAnnotation } from '@/lib/nlp/annotate';
import type { Lane } from '@/lib/nlp/engine';
import { type EnginePool, openEnginePool } from '@/lib/nlp/engine-pool';
import { mapSpanToInput } from '@/lib/nlp/offsets';
import { UsageError } from './command-error';
import { getColumnIndex, openCsv } from './csv-rows';
import { openLineOutput } from './output';
import { startProgress } from './progress';
import { startRowReport } from './row-report';

export const usage = 'annotate FILE.csv --text COLUMN [--fast] [--out FILE.jsonl]';

export const help = `Usage: npm run -s voc -- ${usage}

Writes one JSON object a line, in input order: row (0-based), language, sentiment, segments, redactions, redactedText.
language is a code of ISO 639-1, of 60 languages, or null where too little is said to tell. A label of sentiment is negative,
neutral, positive, or "unsupported", with score and confidence 0, where the language is none of the six that are judged: German,
English, Spanish, French, Italian, Portuguese.
All offsets are UTF-16 code units into the input text. Reads the standard input where FILE is "-".
A row that cannot be read is written as an empty text, so that the numbers of the others hold; then one line on stderr
counts such rows and names the first, and the exit code is 1.
A line with nothing on it is no row and has no number; an empty text in a file of one column is written as "" or as spaces. In a
file of several columns a line of spaces is no row either.

  --text COLUMN   the column that holds the text
  --fast          read in the fast lane, without the sentence encoder
  --out FILE      write there instead of the standard output`;

/** Rows read ahead: enough to keep every reader busy, few enough for flat memory. */
const BATCH = 512;
const MOST_READERS = 4;
/** A reader takes longer to start than to read so many. */
const ROWS_WORTH_A_READER = 100;

/** Runs `annotate` with the words after its name. Throws UsageError and InputError. */
export async function run(args: string[]): Promise<void> {
  const { file, textColumn, out, lane } = parseArguments(args);
  const table = await openCsv(file);
  const textIndex = getColumnIndex(table.columns, textColumn);
  const output = await openLineOutput(out);
  let engine: EnginePool | undefined;
  const progress = startProgress('Annotated');
  const report = startRowReport();
  let row = 0;
  const annotate = async (batch: { text: string; isReadable: boolean }[]) => {
    engine ??= await openEngine(lane, batch.length);
    for (const [index, annotation] of (await engine.annotate(batch)).entries()) {
      await output.writeLine(JSON.stringify({ row: row++, ...describeForInput(annotation) }));
      // A row that could not be read has a line, so that the numbers of the others hold, and was not annotated.
      if (batch[index]?.isReadable) progress.tick();
    }
  };
  let batch: { text: string; isReadable: boolean }[] = [];
  for await (const record of table.rows) {
    report.note(record);
    batch.push({ text: record.cells[textIndex] ?? '', isReadable: record.error === undefined });
    if (batch.length < BATCH) continue;
    await annotate(batch);
    batch = [];
  }
  if (batch.length > 0) await annotate(batch);
  await output.close();
  await engine?.close();
  progress.finish();
  report.finish();
}

/** Readers as the first batch and the machine have use for. Says where the lane asked for cannot be had. */
async function openEngine(lane: Lane, rows: number): Promise<EnginePool> {
  const wanted = Math.max(1, Math.floor(rows / ROWS_WORTH_A_READER));
  const engine = await openEnginePool({
    lane,
    readers: Math.min(MOST_READERS, availableParallelism(), wanted),
  });
  if (engine.problem) {
    process.stderr.write(
      `voc: Read in the fast lane: the sentence encoder cannot be used, ${engine.problem}\n`,
    );
  }
  return engine;
}

interface Arguments {
  file: string;
  textColumn: string;
  out: string | undefined;
  lane: Lane;
}

function parseArguments(args: string[]): Arguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { text: { type: 'string' }, fast: { type: 'boolean' }, out: { type: 'string' } },
  });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError('Name exactly one CSV file');
  if (values.text === undefined) throw new UsageError('Name the text column with --text COLUMN');
  if (values.out !== undefined && resolve(values.out) === resolve(file)) {
    throw new UsageError('--out would overwrite the input file');
  }
  return { file, textColumn: values.text, out: values.out, lane: values.fast ? 'fast' : 'full' };
}

/** The annotation with its offsets moved from the redacted text back to the input text. */
function describeForInput(annotation: TextAnnotation) {
  const { redactions, redactedText, language, sentiment } = annotation;
  return {
    language,
    sentiment: {
      label: sentiment.label,
      score: round(sentiment.score),
      confidence: round(sentiment.confidence),
    },
    segments: annotation.segments.map((segment) => ({
      ...mapSpanToInput(redactions, segment),
      label: segment.label,
      score: round(segment.score),
      confidence: round(segment.confidence),
      kind: segment.kind,
      kindConfidence: segment.kindConfidence === null ? null : round(segment.kindConfidence),
      intents: segment.intents.map(({ intent, confidence, ...evidence }) => ({
        ...mapSpanToInput(redactions, evidence),
        intent,
        confidence,
      })),
    })),
    redactions: redactions.map(({ inputStart, inputEnd, type }) => ({
      start: inputStart,
      end: inputEnd,
      type,
    })),
    redactedText,
  };
}

/** Four decimals say more than the score knows, and keep the lines short. */
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
