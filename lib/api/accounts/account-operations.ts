import { z } from 'zod';
import { accountRecordSchema, findAccountRecords } from '@/lib/api/accounts/find-account-records';
import { accountItemSchema, writeAccountItems } from '@/lib/api/accounts/write-account-items';
import { defineBatchOperation } from '@/lib/api/batch-operation';
import { defineListOperation } from '@/lib/api/list-operation';

export const upsertAccounts = defineBatchOperation({
  id: 'upsertAccounts',
  path: '/accounts',
  tag: 'Accounts',
  summary: 'Add and change accounts',
  description:
    'Up to 1,000 at once, by external id. A field that is left out stays as it is; null clears it, where the field may be empty. A changed arrCents also begins a line of the revenue history, today; arrHistory gives lines with their own days.',
  right: 'accounts:write',
  item: accountItemSchema,
  exampleItem: {
    externalId: 'acme',
    name: 'Acme',
    plan: 'Enterprise',
    startedAt: '2024-01-01',
    arrHistory: [
      { validFrom: '2024-01-01', arrCents: 1_200_000, currency: 'EUR' },
      { validFrom: '2025-01-01', arrCents: 1_800_000, currency: 'EUR' },
    ],
  },
  write: writeAccountItems,
});

export const listAccounts = defineListOperation({
  id: 'listAccounts',
  path: '/accounts',
  tag: 'Accounts',
  summary: 'List accounts, the newest first',
  description: 'With their revenue history and the day they left.',
  right: 'accounts:read',
  filter: {
    externalId: z.string().max(500).optional(),
    plan: z.string().max(200).optional(),
    segment: z.string().max(200).optional(),
    churned: z.enum(['yes', 'no']).optional().describe('Those that have left, or those that have not.'),
  },
  row: accountRecordSchema,
  find: findAccountRecords,
});
