import { addResponses, listResponses } from '@/lib/api/responses/response-operations';
import { refuseMethods } from '@/lib/http/api-refusals';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const GET = defineApiRoute(listResponses);
export const POST = defineApiRoute(addResponses);
export const { PUT, PATCH, DELETE } = refuseMethods('GET', 'POST');
