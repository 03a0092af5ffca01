import { listAccounts, upsertAccounts } from '@/lib/api/accounts/account-operations';
import { refuseMethods } from '@/lib/http/api-refusals';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const GET = defineApiRoute(listAccounts);
export const POST = defineApiRoute(upsertAccounts);
export const { PUT, PATCH, DELETE } = refuseMethods('GET', 'POST');
