import { z } from 'zod';
import { invalid } from '@/lib/core/errors';
import { sha256 } from '@/lib/core/ids';

/** The row a page ends with; the next one begins behind it. */
export interface Place {
  /** What the list is sorted by before the id; null where the id alone sorts it. */
  at: Date | null;
  id: string;
}

const writtenSchema = z.tuple([z.string(), z.iso.datetime().nullable(), z.string().max(100)]);

/**
 * A place as an opaque text. It carries the mark of the list and filter it belongs to, for in another list it would pass
 * rows over without a word.
 */
export function writeCursor(listMark: string, { at, id }: Place): string {
  return Buffer.from(JSON.stringify([listMark, at?.toISOString() ?? null, id])).toString('base64url');
}

/** @throws ExpectedError 'invalid' for a text that no answer of this list has given. */
export function readCursor(listMark: string, written: string): Place {
  const parsed = writtenSchema.safeParse(parseJsonOrNull(Buffer.from(written, 'base64url').toString('utf8')));
  if (!parsed.success) {
    throw invalid('The cursor is none of ours. Give nextCursor of the answer before, or leave it out.');
  }
  const [mark, at, id] = parsed.data;
  if (mark !== listMark) {
    throw invalid('The cursor is from a list with another filter. Begin that list without a cursor.');
  }
  return { at: at === null ? null : new Date(at), id };
}

/** What tells a list and its filter from others. */
export function markList(operationId: string, filter: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify([operationId, fields])).slice(0, 12);
}

function parseJsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
