import { listIssues } from '@/lib/api/readings/issue-operations';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const GET = defineApiRoute(listIssues);
