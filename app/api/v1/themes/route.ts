import { listThemes } from '@/lib/api/readings/theme-operations';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const GET = defineApiRoute(listThemes);
