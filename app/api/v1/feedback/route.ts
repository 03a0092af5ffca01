import { addFeedback, listFeedback } from '@/lib/api/feedback/feedback-operations';
import { refuseMethods } from '@/lib/http/api-refusals';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const GET = defineApiRoute(listFeedback);
export const POST = defineApiRoute(addFeedback);
export const { PUT, PATCH, DELETE } = refuseMethods('GET', 'POST');
