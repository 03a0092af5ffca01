import { z } from 'zod';
import { defineOpenRoute } from '@/lib/http/define-open-route';
import { findSiteSurveys } from '@/lib/surveys/find-site-surveys';
import { findTokenProblem, findVisitor } from '@/lib/surveys/identity';
import {
  getSiteScope,
  languagesOf,
  listRequestSchema,
  siteParamsSchema,
} from '@/lib/surveys/widget-requests';

/** What runs on a site for nobody known. The same for everybody of a language, so that caches may keep it for a minute. */
export const GET = defineOpenRoute({
  params: siteParamsSchema,
  query: z.object({ lang: z.string().max(40).catch('').default('') }),
  body: z.undefined(),
  perMinute: 240,
  isCrossOrigin: true,
  async run({ params, query, request }) {
    const found = await findSiteSurveys(await getSiteScope(params.site), languagesOf(query.lang, request));
    return Response.json(found, {
      headers: { 'cache-control': 'public, max-age=60', vary: 'accept-language' },
    });
  },
});

/** What runs there for somebody whom a token names, without what is not for them, or not now; and why it names nobody. */
export const POST = defineOpenRoute({
  params: siteParamsSchema,
  query: z.object({}),
  body: listRequestSchema,
  perMinute: 240,
  isCrossOrigin: true,
  async run({ params, body: { token, lang }, request }) {
    const scope = await getSiteScope(params.site);
    const found = await findSiteSurveys(scope, languagesOf(lang, request), await findVisitor(scope, token));
    const problem = await findTokenProblem(scope, token);
    return Response.json(
      { ...found, ...(problem && { problem }) },
      { headers: { 'cache-control': 'no-store' } },
    );
  },
});
