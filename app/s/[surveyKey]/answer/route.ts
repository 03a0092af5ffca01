import { z } from 'zod';
import { networkAddress } from '@/lib/auth/network-address';
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
  run: ({ params, body, request: { headers } }) => {
    const address = networkAddress(headers.get('x-forwarded-for'));
    return submitAnswerForm(params.surveyKey, body, address && `${address} ${headers.get('user-agent')}`);
  },
});
