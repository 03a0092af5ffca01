import { z } from 'zod';
import { findSurveyScope } from '@/lib/auth/respondent';
import { defineOpenRoute } from '@/lib/http/define-open-route';
import { findNamed } from '@/lib/surveys/identity';
import { recordImpression } from '@/lib/surveys/record-impression';

/** An empty picture: a browser that draws the page asks for it, a scanner that only reads the link does not. */
const PICTURE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

export const GET = defineOpenRoute({
  params: z.object({ surveyKey: z.string().max(100) }),
  query: z.object({
    r: z.uuid(),
    c: z.string().max(4000).optional(),
    via: z.enum(['page', 'email']).catch('page'),
  }),
  body: z.undefined(),
  perMinute: 120,
  isCrossOrigin: false,
  async run({ params, query: { r: responseId, c, via: channel }, request }) {
    const found = await findSurveyScope(params.surveyKey);
    if (found) {
      const { scope, surveyId } = found;
      const contactId = (await findNamed(scope, c))?.person?.contactId ?? null;
      const fields = Object.fromEntries(new URL(request.url).searchParams);
      await recordImpression(scope, { surveyId, responseId, contactId, channel, fields });
    }
    return new Response(PICTURE, { headers: { 'content-type': 'image/gif', 'cache-control': 'no-store' } });
  },
});
