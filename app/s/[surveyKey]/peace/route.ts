import { z } from 'zod';
import { defineOpenRoute } from '@/lib/http/define-open-route';
import { notice } from '@/lib/surveys/hosted-page';
import { leaveInPeace, peaceFormSchema } from '@/lib/surveys/leave-in-peace';

/** Somebody whom a link names does not want to be asked again. Links are opened by scanners, so it takes a form that is sent. */
export const POST = defineOpenRoute({
  params: z.object({ surveyKey: z.string().max(100) }),
  query: z.object({}),
  body: peaceFormSchema,
  perMinute: 120,
  isCrossOrigin: false,
  showError: notice,
  run: ({ params, body }) => leaveInPeace(params.surveyKey, body),
});
