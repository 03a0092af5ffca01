import { addResponses, listResponses } from '@/lib/api/responses/response-operations';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const GET = defineApiRoute(listResponses);
export const POST = defineApiRoute(addResponses);
