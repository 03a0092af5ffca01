import { z } from 'zod';
import { CSV_MARK } from '@/lib/core/csv';
import { exportTaxonomy } from '@/lib/exports/export-taxonomy';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({
  permission: 'exports.create',
  params: z.object({ workspace: z.string() }),
  query: z.object({}),
  async run({ scope, workspace }) {
    return new Response(CSV_MARK + (await exportTaxonomy(scope)), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        // The slug holds only letters, digits and hyphens, so the name needs no other encoding.
        'content-disposition': `attachment; filename="themes-${workspace.slug}.csv"`,
        'cache-control': 'no-store',
      },
    });
  },
});
