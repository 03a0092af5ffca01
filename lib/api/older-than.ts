import type { Place } from '@/lib/api/cursor';
import { Prisma } from '@/lib/db/client';
import { besidePlace } from '@/lib/responses/keyset-page';

/** The condition and the order that find the rows behind a place of a list, the newest first. */
export function olderThan(
  after: Place | null,
  columns: { at: Prisma.Sql; id: Prisma.Sql },
): { place: Prisma.Sql; order: Prisma.Sql } {
  const cursor = after?.at ? { direction: 'older' as const, at: after.at.toISOString(), id: after.id } : null;
  return besidePlace(cursor, columns);
}

/** The same for a list that the id alone sorts: an id begins with the time it was made. */
export function madeBefore(after: Place | null, id: Prisma.Sql): { place: Prisma.Sql; order: Prisma.Sql } {
  return {
    place: after ? Prisma.sql`${id} < ${after.id}::uuid` : Prisma.sql`true`,
    order: Prisma.sql`${id} DESC`,
  };
}
