import { z } from 'zod';
import { env } from '@/lib/core/env';
import { exportFormats, exportIssues } from '@/lib/exports/export-issues';
import { defineRoute } from '@/lib/http/define-route';
import { weightsSchema } from '@/lib/issues/weights';
import { getSetting } from '@/lib/settings/queries';

export const GET = defineRoute({
  permission: 'exports.create',
  params: z.object({ workspace: z.string() }),
  query: z.object({ format: z.enum(exportFormats), weights: weightsSchema.optional() }),
  async run({ scope, workspace }, { query }) {
    const file = await exportIssues(scope, {
      format: query.format,
      weights: query.weights ?? (await getSetting(scope, 'rankingWeights')),
      workspace,
      baseUrl: `${env().NEXTAUTH_URL}/w/${workspace.slug}`,
    });
    return new Response(file.body, {
      headers: {
        'content-type': file.contentType,
        // The slug holds only letters, digits and hyphens, so the name needs no other encoding.
        'content-disposition': `attachment; filename="${file.name}"`,
        'cache-control': 'no-store',
      },
    });
  },
});
