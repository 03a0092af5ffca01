import { invalid } from '@/lib/core/errors';
import type { Layout } from '@/lib/ingest/files/layout';

/** Of JSON Lines, two that are whole show it, even where the first is broken. */
const LINES_LOOKED_AT = 50;

type JsonLayout = Pick<Layout, 'kind' | 'recordsKey'>;

const RECORDS_KEY = /"((?:[^"\\]|\\.)*)"\s*:\s*\[\s*\{/y;

/**
 * How the records of a JSON file stand in it, from the beginning of its text; null where it is no JSON. Two lines
 * that are an object each are JSON Lines; one object is an envelope around its first list of objects, or else the
 * one record.
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

/** Keys under which exports list their records; a list of another name may as well be part of the one record. */
const ENVELOPES = new Set(
  'data,items,results,responses,records,rows,reviews,tickets,conversations,feedback,survey_responses,comments'.split(
    ',',
  ),
);

/** The key of the outer object whose value is a list of objects, where its name is one of an envelope. */
function findRecordsKey(text: string): string | null {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      RECORDS_KEY.lastIndex = at;
      const key = depth === 1 ? RECORDS_KEY.exec(text)?.[1] : undefined;
      if (key !== undefined && ENVELOPES.has(key)) return key;
      at = skipString(text, at);
    } else if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') depth--;
  }
  return null;
}

/** The place of the quote that ends the string begun at `from`. */
function skipString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
