import { addEvents, listEvents } from '@/lib/api/events/event-operations';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const GET = defineApiRoute(listEvents);
export const POST = defineApiRoute(addEvents);
