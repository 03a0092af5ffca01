import { addCloudEvents } from '@/lib/api/cloud-events/cloud-event-operation';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const POST = defineApiRoute(addCloudEvents);
