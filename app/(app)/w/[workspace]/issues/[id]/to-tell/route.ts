import { z } from 'zod';
import { exportComplainants } from '@/lib/exports/export-complainants';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  permission: 'exports.create',
  params: z.object({ workspace: z.string(), id: z.uuid() }),
  query: z.object({}),
  async run({ scope }, { params }) {
    const file = await exportComplainants(scope, params.id);
    return new Response(file.body as BodyInit, {
      headers: {
        'content-type': file.contentType,
        'content-disposition': `attachment; filename="${file.name}"`,
        'cache-control': 'no-store',
      },
    });
  },
});
