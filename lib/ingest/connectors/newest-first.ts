import type { Cursor, Page, Stream } from '@/lib/ingest/connectors/connector';

/** Reviews may be edited or shown later than they were written: this long they are looked at again. */
const OVERLAP_MS = 30 * 86_400_000;

/** What one request of a list brought that begins with the newest. */
export interface NewestFirstPage extends Pick<Page, 'arrivals' | 'refused'> {
  /** When the things on it were written. */
  times: Date[];
  /** Where the next page is; null at the end. */
  next: string | null;
}

/**
 * A stream over a list that begins with the newest and knows no "since": it is read from its head until what is known of the
 * last time is reached, and some time beyond. What is added meanwhile pushes the rest to later pages, so it comes twice at
 * most and nothing is passed over.
 */
export function newestFirst(
  key: string,
  readPage: (next: string | null) => Promise<NewestFirstPage>,
): Stream {
  return {
    key,
    async read(cursor, { since, now }) {
      const known = typeof cursor?.known === 'string' ? Date.parse(cursor.known) : null;
      const until = Math.max(since.getTime(), known === null ? 0 : known - OVERLAP_MS);
      const page = await readPage(typeof cursor?.next === 'string' ? cursor.next : null);
      const begun = typeof cursor?.begun === 'string' ? cursor.begun : now.toISOString();
      const isBeyond = page.times.length > 0 && page.times.every((time) => time.getTime() < until);
      const isLast = page.next === null || isBeyond;
      const after: Cursor = isLast
        ? { known: begun, next: null, begun: null }
        : { known: cursor?.known ?? null, next: page.next, begun };
      return { arrivals: page.arrivals, refused: page.refused, cursor: after, isLast, reachedAt: null };
    },
  };
}
