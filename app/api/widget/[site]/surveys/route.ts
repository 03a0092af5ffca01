import { z } from 'zod';
import { defineOpenRoute } from '@/lib/http/define-open-route';
import { filesFor, findSiteSurveys } from '@/lib/surveys/find-site-surveys';
import { getSiteScope, siteParamsSchema } from '@/lib/surveys/widget-requests';

/** What runs on a site. The same for everybody of a language, so that caches may keep it for a minute. */
export const GET = defineOpenRoute({
  params: siteParamsSchema,
  query: z.object({ lang: z.string().max(200).default('') }),
  body: z.undefined(),
  perMinute: 240,
  isCrossOrigin: true,
  async run({ params, query }) {
    const surveys = await findSiteSurveys(
      await getSiteScope(params.site),
      query.lang.split(',').filter(Boolean),
    );
    return Response.json(
      { surveys, more: filesFor(surveys) },
      { headers: { 'cache-control': 'public, max-age=60' } },
    );
  },
});
