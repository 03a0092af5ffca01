import { listSurveys } from '@/lib/api/readings/survey-operations';
import { refuseMethods } from '@/lib/http/api-refusals';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const GET = defineApiRoute(listSurveys);
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
