import { addEvents, listEvents } from '@/lib/api/events/event-operations';
import { refuseMethods } from '@/lib/http/api-refusals';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const GET = defineApiRoute(listEvents);
export const POST = defineApiRoute(addEvents);
export const { PUT, PATCH, DELETE } = refuseMethods('GET', 'POST');
