import { z } from 'zod';
import type { Place } from '@/lib/api/cursor';
import { writtenCustom, writtenDay } from '@/lib/api/fields';
import type { PlacedRow } from '@/lib/api/list-operation';
import { madeBefore } from '@/lib/api/older-than';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

const amount = z.int().describe('In minor units of the currency.');

/** A company. */
export const accountRecordSchema = z
  .object({
    id: z.uuid(),
    externalId: z.string().nullable(),
    name: z.string(),
    domain: z.string().nullable(),
    plan: z.string().nullable(),
    segment: z.string().nullable(),
    industry: z.string().nullable(),
    country: z.string().nullable(),
    arrCents: amount.nullable(),
    currency: z.string().nullable(),
    arrHistory: z.array(
      z.object({
        validFrom: writtenDay,
        arrCents: amount,
        currency: z.string(),
        reason: z.string().nullable(),
      }),
    ),
    startedAt: writtenDay.nullable(),
    renewalAt: writtenDay.nullable(),
    churnedAt: writtenDay.nullable(),
    churnReason: z.string().nullable(),
    custom: writtenCustom,
  })
  .meta({ id: 'Account' });
export type AccountRecord = z.input<typeof accountRecordSchema>;

interface AccountRecordFilter {
  externalId?: string | undefined;
  plan?: string | undefined;
  segment?: string | undefined;
  churned?: 'yes' | 'no' | undefined;
}

/** Accounts with their revenue history, the newest first. */
export async function findAccountRecords(
  scope: Scope,
  { externalId, plan, segment, churned }: AccountRecordFilter,
  { after, limit }: { after: Place | null; limit: number },
): Promise<PlacedRow<AccountRecord>[]> {
  const terms = [Prisma.sql`c.workspace_id = ${scope.workspaceId}::uuid`];
  if (externalId !== undefined)
    terms.push(Prisma.sql`(c.external_id = ${externalId} OR EXISTS (SELECT 1 FROM account_keys k
      WHERE k.workspace_id = c.workspace_id AND k.account_id = c.id AND k.key = ${externalId}))`);
  if (plan !== undefined) terms.push(Prisma.sql`c.plan = ${plan}`);
  if (segment !== undefined) terms.push(Prisma.sql`c.segment = ${segment}`);
  if (churned)
    terms.push(churned === 'yes' ? Prisma.sql`c.churned_at IS NOT NULL` : Prisma.sql`c.churned_at IS NULL`);
  const { place, order } = madeBefore(after, Prisma.sql`c.id`);
  const rows = await scope.run(
    // Days are written as such by the database; amounts are whole numbers of JSON, exact to 2^53.
    (db) => db.$queryRaw<{ record: AccountRecord }[]>`
      SELECT jsonb_build_object(
          'id', c.id, 'externalId', c.external_id, 'name', c.name, 'domain', c.domain, 'plan', c.plan,
          'segment', c.segment, 'industry', c.industry, 'country', c.country, 'arrCents', c.arr_cents,
          'currency', c.currency, 'startedAt', c.started_at, 'renewalAt', c.renewal_at, 'churnedAt', c.churned_at,
          'churnReason', c.churn_reason, 'custom', c.custom,
          'arrHistory', coalesce((
            SELECT jsonb_agg(jsonb_build_object('validFrom', h.valid_from, 'arrCents', h.arr_cents,
              'currency', h.currency, 'reason', h.reason) ORDER BY h.valid_from)
            FROM account_arr h WHERE h.workspace_id = c.workspace_id AND h.account_id = c.id), '[]')
        ) AS record
      FROM accounts c
      WHERE ${Prisma.join(terms, ' AND ')} AND ${place}
      ORDER BY ${order}
      LIMIT ${limit}`,
  );
  return rows.map(({ record }) => ({ place: { at: null, id: record.id }, row: record }));
}
