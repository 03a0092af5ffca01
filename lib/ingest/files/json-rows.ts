import { decodeStream } from '@/lib/ingest/csv/decode';
import type { ByteSource } from '@/lib/ingest/csv/encoding';
import type { Encoding } from '@/lib/ingest/csv/file-format';
import type { ReadRow, UnreadableRow } from '@/lib/ingest/csv/rows';
import { flattenRecord } from '@/lib/ingest/files/flatten-record';
import {
  JsonArrayCutter,
  type JsonCutter,
  JsonLinesCutter,
  type JsonRecord,
} from '@/lib/ingest/files/json-cutter';
import type { Layout } from '@/lib/ingest/files/layout';

/** The column of what later records have and none of the first did, as JSON, so that nothing is lost. */
export const OTHER_FIELDS = 'other fields';

function makeCutter({ kind, recordsKey }: Pick<Layout, 'kind' | 'recordsKey'>): JsonCutter {
  return kind === 'jsonl' ? new JsonLinesCutter() : new JsonArrayCutter(recordsKey);
}

/** The records of a JSON file as they arrive; memory does not grow with it. */
export async function* readJsonRecords(
  source: ByteSource,
  encoding: Encoding,
  layout: Pick<Layout, 'kind' | 'recordsKey'>,
): AsyncGenerator<JsonRecord> {
  const cutter = makeCutter(layout);
  for await (const text of decodeStream(source, encoding)) yield* cutter.push(text, false);
  yield* cutter.push('', true);
}

/** The records of a text that may be cut within one; the cut one is left out. */
export function* cutJsonHead(
  text: string,
  isWholeFile: boolean,
  layout: Pick<Layout, 'kind' | 'recordsKey'>,
): Generator<JsonRecord> {
  yield* makeCutter(layout).push(text, isWholeFile);
}

/** The rows of a JSON file under the columns that its beginning showed. */
export async function* readJsonRows(
  source: ByteSource,
  { encoding, layout, header }: { encoding: Encoding; layout: Layout; header: readonly string[] },
): AsyncGenerator<ReadRow | UnreadableRow> {
  const toCells = compileCells(header);
  let index = 0;
  for await (const record of readJsonRecords(source, encoding, layout)) {
    const { line } = record;
    if ('error' in record) yield { line, index: index++, record: [record.shown], error: record.error };
    else yield { line, index: index++, record: toCells(record.value) };
  }
}

/** Makes the function that lays a record under the columns. */
export function compileCells(header: readonly string[]): (value: unknown) => string[] {
  const known = new Set(header);
  const keepsOthers = known.has(OTHER_FIELDS);
  return (value) => {
    const cells = flattenRecord(value);
    const others = keepsOthers ? [...cells].filter(([name]) => !known.has(name)) : [];
    if (others.length > 0) cells.set(OTHER_FIELDS, JSON.stringify(Object.fromEntries(others)));
    return header.map((name) => cells.get(name) ?? '');
  };
}
