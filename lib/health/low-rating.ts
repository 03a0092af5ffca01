import { Prisma } from '@/lib/db/client';

/** Whether an answer `a` is a low rating: satisfaction of 1 or 2 of 5, effort of 1 to 3 of 7. */
export const isLowRating = Prisma.sql`(
  a.metric IN ('csat', 'rating') AND a.score <= 2 OR a.metric = 'ces' AND a.score <= 3)`;
