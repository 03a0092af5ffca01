import { z } from 'zod';
import { previewExclude } from '@/lib/annotations/preview-exclude';
import { previewMerge } from '@/lib/annotations/preview-merge';
import { previewSplit } from '@/lib/annotations/preview-split';
import { defineRoute } from '@/lib/http/define-route';
import { termsSchema } from '@/lib/themes/steering-schema';

/** What an edit would change, before it is decided. */
export const GET = defineRoute({
  permission: 'workspace.read',
  params: z.object({ workspace: z.string() }),
  query: z.object({
    kind: z.enum(['merge', 'move', 'exclude', 'split']),
    ids: z
      .string()
      .transform((list) => list.split(','))
      .pipe(z.array(z.uuid()).min(1).max(200)),
    into: z.uuid().optional(),
    /** Of a split, one on a line. */
    words: termsSchema.prefault(''),
  }),
  async run({ scope }, { query: { kind, ids, into, words } }) {
    const [themeId = ''] = ids;
    if (kind === 'split') return Response.json(await previewSplit(scope, { themeId, includeTerms: words }));
    if (kind === 'exclude') return Response.json(await previewExclude(scope, ids));
    return Response.json(await previewMerge(scope, { themeIds: ids, intoId: into ?? null }));
  },
});
