import { listThemes } from '@/lib/api/readings/theme-operations';
import { refuseMethods } from '@/lib/http/api-refusals';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const GET = defineApiRoute(listThemes);
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
