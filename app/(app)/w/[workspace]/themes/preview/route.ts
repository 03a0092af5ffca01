import { z } from 'zod';
import { previewMerge } from '@/lib/annotations/preview-merge';
import { defineRoute } from '@/lib/http/define-route';

/** What a merge or a move would change, before it is decided. */
export const GET = defineRoute({
  permission: 'workspace.read',
  params: z.object({ workspace: z.string() }),
  query: z.object({
    ids: z
      .string()
      .transform((list) => list.split(','))
      .pipe(z.array(z.uuid()).min(1).max(200)),
    into: z.uuid().optional(),
  }),
  async run({ scope }, { query: { ids, into } }) {
    return Response.json(await previewMerge(scope, { themeIds: ids, intoId: into ?? null }));
  },
});
