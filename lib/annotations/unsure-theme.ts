import { Prisma } from '@/lib/db/client';

/** Assignments of the engine below this confidence (0..1) are for a person to look at. */
export const REVIEW_BELOW = 0.6;

/** Whether an assignment is one of these, as SQL over the theme_assignments table under the alias `a`. */
export const isUnsure = Prisma.sql`(a.maker = 'engine' AND a.confidence < ${REVIEW_BELOW}::real)`;
