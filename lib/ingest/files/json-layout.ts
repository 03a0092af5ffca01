import { invalid } from '@/lib/core/errors';
import { findRecordsKey } from '@/lib/ingest/files/json-envelope';
import type { Layout } from '@/lib/ingest/files/layout';

/** Of JSON Lines, two that are whole show it, even where the first is broken. */
const LINES_LOOKED_AT = 50;

type JsonLayout = Pick<Layout, 'kind' | 'recordsKey'>;

/**
 * How the records of a JSON file stand in it, from the beginning of its text; null where it is no JSON. Two lines
 * that are an object each are JSON Lines; one object is an envelope around a list of objects, or else the one
 * record.
 * @throws ExpectedError where it begins like JSON and breaks at once.
 */
export function findJsonLayout(head: string, isWholeFile: boolean): JsonLayout | null {
  const text = head.replace(/^\ufeff/, '').trimStart();
  if (/^\[\s*(?:[{\]]|$)/.test(text)) return { kind: 'json', recordsKey: null };
  if (!/^\{\s*(?:["}]|$)/.test(text)) return null;
  const lines = text.split('\n', LINES_LOOKED_AT);
  const isWholeLine = (at: number) => at < lines.length - 1 || isWholeFile;
  const records = lines.filter((line, at) => isWholeLine(at) && line.startsWith('{') && isJson(line));
  if (records.length > 1) return { kind: 'jsonl', recordsKey: null };
  const recordsKey = findRecordsKey(text);
  if (recordsKey === null && isWholeFile && !isJson(text)) {
    throw invalid('This begins like JSON, but breaks off or is not written as JSON. Export it again.');
  }
  return recordsKey === null && records.length === 1
    ? { kind: 'jsonl', recordsKey }
    : { kind: 'json', recordsKey };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
