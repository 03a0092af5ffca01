import { z } from 'zod';
import { PEER_HEADER } from '@/lib/http/asked-address';
import { defineOpenRoute } from '@/lib/http/define-open-route';
import { answerFormSchema, submitAnswerForm } from '@/lib/surveys/answer-form';
import { notice } from '@/lib/surveys/hosted-page';

export const POST = defineOpenRoute({
  params: z.object({ surveyKey: z.string().max(100) }),
  query: z.object({}),
  body: answerFormSchema,
  perMinute: 120,
  isCrossOrigin: false,
  showError: notice,
  run: ({ params, body, request: { headers } }) =>
    submitAnswerForm(params.surveyKey, body, senderOf(headers)),
});

/**
 * Tells one sender from another, for two clicks only: what a proxy says of the address is part of it whether or not it is ours,
 * for who makes it up is merely counted twice.
 */
function senderOf(headers: Headers): string {
  return [PEER_HEADER, 'x-forwarded-for', 'user-agent', 'accept-language']
    .map((name) => headers.get(name) ?? '')
    .join(' ');
}
