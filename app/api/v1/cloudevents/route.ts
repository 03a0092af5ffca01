import { addCloudEvents } from '@/lib/api/cloud-events/cloud-event-operation';
import { refuseMethods } from '@/lib/http/api-refusals';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const POST = defineApiRoute(addCloudEvents);
export const { GET, PUT, PATCH, DELETE } = refuseMethods('POST');
