import { listAccounts, upsertAccounts } from '@/lib/api/accounts/account-operations';
import { defineApiRoute } from '@/lib/http/define-api-route';

export const GET = defineApiRoute(listAccounts);
export const POST = defineApiRoute(upsertAccounts);
