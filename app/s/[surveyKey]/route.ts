import { z } from 'zod';
import { defineOpenRoute } from '@/lib/http/define-open-route';
import { notice, pageQuerySchema, showSurveyPage } from '@/lib/surveys/hosted-page';

/** The page of a survey: plain HTML, written by `renderSurveyPage`, without the scripts of our screens. */
export const GET = defineOpenRoute({
  params: z.object({ surveyKey: z.string().max(100) }),
  query: pageQuerySchema,
  body: z.undefined(),
  perMinute: 120,
  isCrossOrigin: false,
  showError: notice,
  run: ({ params, query, request }) =>
    showSurveyPage(params.surveyKey, query, {
      searchParams: new URL(request.url).searchParams,
      acceptLanguage: request.headers.get('accept-language'),
    }),
});
