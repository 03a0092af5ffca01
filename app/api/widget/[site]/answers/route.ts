import { z } from 'zod';
import { defineOpenRoute } from '@/lib/http/define-open-route';
import { resolveIdentity } from '@/lib/surveys/identity';
import { saveAnswers } from '@/lib/surveys/save-answers';
import { answersRequestSchema, getSiteSurvey, siteParamsSchema } from '@/lib/surveys/widget-requests';

/** Saves what was answered so far; the same again changes nothing. */
export const POST = defineOpenRoute({
  params: siteParamsSchema,
  query: z.object({}),
  body: answersRequestSchema,
  perMinute: 240,
  isCrossOrigin: true,
  async run({ params, body: { survey, token, elapsedMs, ...saving } }) {
    const { scope, surveyId } = await getSiteSurvey(params.site, survey);
    const now = new Date();
    const outcome = await saveAnswers(
      scope,
      {
        ...saving,
        surveyId,
        person: await resolveIdentity(scope, token),
        shownAt: new Date(now.getTime() - elapsedMs),
        trap: '',
      },
      now,
    );
    return Response.json({ outcome });
  },
});
