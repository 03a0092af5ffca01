import { z } from 'zod';
import { defineOpenRoute } from '@/lib/http/define-open-route';
import { askPerson } from '@/lib/surveys/ask-person';
import { resolveIdentity } from '@/lib/surveys/identity';
import { askRequestSchema, getSiteSurvey, siteParamsSchema } from '@/lib/surveys/widget-requests';

/** Whether to ask this person now. */
export const POST = defineOpenRoute({
  params: siteParamsSchema,
  query: z.object({}),
  body: askRequestSchema,
  perMinute: 120,
  isCrossOrigin: true,
  async run({ params, body: { survey, token, ...asking } }) {
    const { scope, surveyId } = await getSiteSurvey(params.site, survey);
    const person = await resolveIdentity(scope, token);
    return Response.json(await askPerson(scope, { ...asking, surveyId, person }));
  },
});
