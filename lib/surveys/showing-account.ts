import { Prisma } from '@/lib/db/client';

/** The account of a showing under the alias `i`: that of its response, else that of the person's latest employment. */
export const accountOfShowing = Prisma.sql`coalesce(
  (SELECT x.account_id FROM responses x WHERE x.workspace_id = i.workspace_id AND x.id = i.id),
  (SELECT e.account_id FROM employments e
    WHERE e.workspace_id = i.workspace_id AND e.contact_id = coalesce(i.contact_id,
      (SELECT x.contact_id FROM responses x WHERE x.workspace_id = i.workspace_id AND x.id = i.id))
    ORDER BY e.ended_at DESC NULLS FIRST, e.started_at DESC NULLS LAST, e.id LIMIT 1))`;
