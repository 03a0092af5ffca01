import { z } from 'zod';
import { defineOpenRoute } from '@/lib/http/define-open-route';
import { askPerson } from '@/lib/surveys/ask-person';
import { resolveIdentity } from '@/lib/surveys/identity';
import {
  askRequestSchema,
  getSiteSurvey,
  languagesOf,
  siteParamsSchema,
} from '@/lib/surveys/widget-requests';

/** Whether to ask this person now. */
export const POST = defineOpenRoute({
  params: siteParamsSchema,
  query: z.object({}),
  body: askRequestSchema,
  perMinute: 120,
  isCrossOrigin: true,
  async run({ params, body: { survey, token, lang, ...asking }, request }) {
    const { scope, surveyId } = await getSiteSurvey(params.site, survey);
    const person = await resolveIdentity(scope, token);
    const decision = await askPerson(scope, {
      ...{ ...asking, surveyId, person, languages: languagesOf(lang, request) },
    });
    // What may ask is told of; nothing is told of what may not.
    const { ask: _, ...shown } = decision;
    return Response.json(shown);
  },
});
