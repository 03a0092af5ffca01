import { Prisma } from '@/lib/db/client';

/**
 * The moments at which a day (UTC, as sessions are) begins and ends, to compare `timestamptz` columns with. As moments, not days: under
 * row-level security the planner knows how many rows a day leaves only where a leakproof operator compares, and a moment with a day is
 * none. It expected one row of 40,000 and joined everything row by row.
 */
export const dayBegins = (day: string | Date): Prisma.Sql => Prisma.sql`${day}::date::timestamptz`;

/** The first moment that is no longer of the day. */
export const dayEnds = (day: string | Date): Prisma.Sql => Prisma.sql`(${day}::date + 1)::timestamptz`;

/** The first moment of so many days that end with this one. */
export const daysBegin = (day: string | Date, days: number): Prisma.Sql =>
  Prisma.sql`(${day}::date + 1 - ${days}::int)::timestamptz`;
