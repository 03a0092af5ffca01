import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { getImportState } from '@/lib/ingest/find-import-state';

/** The latest numbers of an import, for the screen that watches it. */
export const GET = defineRoute({
  permission: 'workspace.read',
  params: z.object({ importId: z.uuid() }),
  query: z.object({}),
  async run({ scope }, { params }) {
    const state = await getImportState(scope, params.importId);
    return Response.json(state, { headers: { 'cache-control': 'no-store' } });
  },
});
