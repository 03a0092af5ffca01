import { listContacts, upsertContacts } from '@/lib/api/contacts/contact-operations';
import { refuseMethods } from '@/lib/http/api-refusals';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const GET = defineApiRoute(listContacts);
export const POST = defineApiRoute(upsertContacts);
export const { PUT, PATCH, DELETE } = refuseMethods('GET', 'POST');
