import { listIssues } from '@/lib/api/readings/issue-operations';
import { refuseMethods } from '@/lib/http/api-refusals';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const GET = defineApiRoute(listIssues);
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
