import { listContacts, upsertContacts } from '@/lib/api/contacts/contact-operations';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const GET = defineApiRoute(listContacts);
export const POST = defineApiRoute(upsertContacts);
