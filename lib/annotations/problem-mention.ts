import { Prisma } from '@/lib/db/client';

/** `isProblem` as SQL, over the spans table under the alias `s`. */
export const spanIsProblem = Prisma.sql`(s.sentiment_label IS DISTINCT FROM 'positive'
  AND s.kind IS DISTINCT FROM 'praise' AND s.kind IS DISTINCT FROM 'question' AND s.kind IS DISTINCT FROM 'no_content')`;
