import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { exportSurvey } from '@/lib/surveys/survey-file';

/** The questions of a survey as a JSON file. */
export const GET = defineRoute({
  permission: 'surveys.edit',
  params: z.object({ workspace: z.string(), survey: z.uuid() }),
  query: z.object({}),
  async run({ scope }, { params }) {
    const file = await exportSurvey(scope, params.survey);
    return new Response(`${JSON.stringify(file, null, 2)}\n`, {
      headers: {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="survey-${params.survey}.json"`,
      },
    });
  },
});
