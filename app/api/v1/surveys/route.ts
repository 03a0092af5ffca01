import { listSurveys } from '@/lib/api/readings/survey-operations';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const GET = defineApiRoute(listSurveys);
