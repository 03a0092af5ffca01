import { z } from 'zod';
import { env } from '@/lib/core/env';
import { exportFormats, exportIssues } from '@/lib/exports/export-issues';
import { defineRoute } from '@/lib/http/define-route';
import { issueListSchema, toListState } from '@/lib/issues/list-query';

export const GET = defineRoute({
  permission: 'exports.create',
  params: z.object({ workspace: z.string() }),
  query: issueListSchema.extend({ format: z.enum(exportFormats) }),
  async run({ scope, workspace }, { query: { format, ...list } }) {
    const file = await exportIssues(scope, {
      format,
      list: toListState(list),
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
