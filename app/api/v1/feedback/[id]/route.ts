import { getFeedback } from '@/lib/api/feedback/feedback-operations';
import { refuseMethods } from '@/lib/http/api-refusals';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const GET = defineApiRoute(getFeedback);
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
