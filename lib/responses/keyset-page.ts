import { z } from 'zod';
import { Prisma } from '@/lib/db/client';

const cursorSchema = z.object({
  direction: z.enum(['older', 'newer']),
  at: z.iso.datetime(),
  id: z.uuid(),
});

/** A place in a list, newest first: the row itself is not included. */
export type Cursor = z.infer<typeof cursorSchema>;

/** What a row is sorted by; the id breaks ties. */
export interface RowKey {
  at: Date;
  id: string;
}

/** A cursor as it stands in the address bar. */
function formatCursor(direction: Cursor['direction'], { at, id }: RowKey): string {
  return `${direction}_${at.toISOString()}_${id}`;
}

/** Reads back what stands in the address bar; null for anything else. */
export function parseCursor(text: string | undefined): Cursor | null {
  const [direction, at, id] = text?.split('_') ?? [];
  return cursorSchema.safeParse({ direction, at, id }).data ?? null;
}

/** The condition and the order that find the rows next to a place, the nearest first, as SQL over their key's columns. */
export function besidePlace(
  cursor: Cursor | null,
  columns: { at: Prisma.Sql; id: Prisma.Sql },
): { place: Prisma.Sql; order: Prisma.Sql } {
  const { at, id } = columns;
  const isNewer = cursor?.direction === 'newer';
  return {
    place: cursor
      ? Prisma.sql`(${at}, ${id}) ${isNewer ? Prisma.sql`>` : Prisma.sql`<`} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
      : Prisma.sql`true`,
    order: isNewer ? Prisma.sql`${at}, ${id}` : Prisma.sql`${at} DESC, ${id} DESC`,
  };
}

export interface KeysetPage<Row> {
  /** Newest first. */
  rows: Row[];
  /** Cursors of the neighbouring pages, null at the ends. */
  newer: string | null;
  older: string | null;
}

/** Makes a page of rows found by {@link besidePlace}, of which one more than a page holds was asked for. */
export function cutPage<Row>(
  found: Row[],
  cursor: Cursor | null,
  pageSize: number,
  keyOf: (row: Row) => RowKey,
): KeysetPage<Row> {
  const hasMore = found.length > pageSize;
  const isNewer = cursor?.direction === 'newer';
  const rows = found.slice(0, pageSize);
  if (isNewer) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  const hasNewer = isNewer ? hasMore : cursor !== null;
  const hasOlder = isNewer || hasMore;
  return {
    rows,
    newer: first && hasNewer ? formatCursor('newer', keyOf(first)) : null,
    older: last && hasOlder ? formatCursor('older', keyOf(last)) : null,
  };
}
