import { z } from 'zod';
import { defineOpenRoute } from '@/lib/http/define-open-route';
import { receiveAnswers } from '@/lib/surveys/receive-answers';
import { ANSWERS_PER_MINUTE, answersRequestSchema, siteParamsSchema } from '@/lib/surveys/widget-requests';

/**
 * Saves what was answered so far; the same again changes nothing. The web server of `npm start` answers it before Next.js is
 * asked (`lib/web/serve-answers.ts`); this is the same for `--dev`.
 */
export const POST = defineOpenRoute({
  params: siteParamsSchema,
  query: z.object({}),
  body: answersRequestSchema,
  perMinute: ANSWERS_PER_MINUTE,
  isCrossOrigin: true,
  run: async ({ params, body }) => Response.json({ outcome: await receiveAnswers(params.site, body) }),
});
