import { addFeedback, listFeedback } from '@/lib/api/feedback/feedback-operations';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const GET = defineApiRoute(listFeedback);
export const POST = defineApiRoute(addFeedback);
