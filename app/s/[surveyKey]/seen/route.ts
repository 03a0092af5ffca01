import { z } from 'zod';
import { defineOpenRoute } from '@/lib/http/define-open-route';
import { noteSeen } from '@/lib/surveys/note-seen';

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
  async run({ params, query: { r: responseId, c: token, via: channel }, request }) {
    const fields = Object.fromEntries(new URL(request.url).searchParams);
    await noteSeen(params.surveyKey, { responseId, token, channel, fields });
    return new Response(PICTURE, { headers: { 'content-type': 'image/gif', 'cache-control': 'no-store' } });
  },
});
