import { z } from 'zod';
import { invalid } from '@/lib/core/errors';
import { exportSurveyResponses } from '@/lib/exports/export-survey-responses';
import { defineRoute } from '@/lib/http/define-route';
import { addressSchema } from '@/lib/responses/address';
import { parseSelection } from '@/lib/surveys/response-selection';

/** The responses that the screen selects, as CSV. */
export const GET = defineRoute({
  permission: 'exports.create',
  params: z.object({ workspace: z.string(), survey: z.uuid() }),
  query: addressSchema,
  async run({ scope }, { params, query }) {
    const { selection, unreadable } = parseSelection(query);
    if (unreadable.length > 0)
      throw invalid(`The address says something of ${unreadable.join(', ')} that cannot be read.`);
    const { name, body } = await exportSurveyResponses(scope, params.survey, selection);
    return new Response(body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      },
    });
  },
});
