import { z } from 'zod';
import { env } from '@/lib/core/env';
import { exportFormats, exportIssues } from '@/lib/exports/export-issues';
import { defineRoute } from '@/lib/http/define-route';
import { strictListSchema } from '@/lib/issues/list-query';

export const GET = defineRoute({
  permission: 'exports.create',
  params: z.object({ workspace: z.string() }),
  query: strictListSchema.extend({ format: z.enum(exportFormats) }),
  async run({ scope, workspace }, { query }) {
    const file = await exportIssues(scope, {
      format: query.format,
      list: {
        weights: query.weights ?? null,
        status: query.status ?? null,
        owner: query.owner ?? null,
      },
      workspace,
      baseUrl: `${env().NEXTAUTH_URL}/w/${workspace.slug}`,
    });
    return new Response(file.body as BodyInit, {
      headers: {
        'content-type': file.contentType,
        // The slug holds only letters, digits and hyphens, so the name needs no other encoding.
        'content-disposition': `attachment; filename="${file.name}"`,
        'cache-control': 'no-store',
      },
    });
  },
});
