import { Prisma } from '@/lib/db/client';

/** The version of the engine that read a statement last, over the feedback table under the alias `f`. */
export const lastReader = Prisma.sql`(
  SELECT a.model_version_id FROM annotations a
  WHERE a.workspace_id = f.workspace_id AND a.feedback_id = f.id AND a.maker = 'engine' AND a.span_id IS NULL
  ORDER BY a.created_at DESC, a.id DESC LIMIT 1)`;
