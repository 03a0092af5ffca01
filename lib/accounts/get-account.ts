import { notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';

/** ARR in minor units of its own currency, from a day on. */
export interface ArrLine {
  id: string;
  validFrom: Date;
  arrCents: number;
  currency: string;
  /** Why it changed to that, as far as anybody said. */
  reason: string | null;
}

/** A company and what is recorded of it; days are UTC days. */
export interface AccountDetail {
  id: string;
  externalId: string | null;
  name: string;
  domain: string | null;
  plan: string | null;
  segment: string | null;
  industry: string | null;
  country: string | null;
  arrCents: number | null;
  currency: string | null;
  strategicWeight: number;
  /** The member who looks after it. */
  ownerId: string | null;
  startedAt: Date | null;
  renewalAt: Date | null;
  churnedAt: Date | null;
  churnReason: string | null;
  /** The newest first. */
  arrHistory: ArrLine[];
  /** The workspace's own fields that have a value, by label. */
  custom: { label: string; value: string }[];
}

/** @throws ExpectedError 'not_found' where the workspace has no such account. */
export async function getAccount(scope: Scope, accountId: string): Promise<AccountDetail> {
  const { workspaceId } = scope;
  const [row, fields] = await scope.run(async (db) => [
    await db.account.findUnique({
      where: { workspaceId_id: { workspaceId, id: accountId } },
      include: { arrHistory: { orderBy: { validFrom: 'desc' } } },
    }),
    await db.customField.findMany({ where: { workspaceId, subject: 'account' } }),
  ]);
  if (!row) throw notFound('account');
  const labels = new Map(fields.map((field) => [field.key, field.label]));
  const { id, externalId, name, domain, plan, segment, industry, country, currency } = row;
  const { strategicWeight, ownerId, startedAt, renewalAt, churnedAt, churnReason } = row;
  return {
    ...{ id, externalId, name, domain, plan, segment, industry, country, currency },
    ...{ strategicWeight, ownerId, startedAt, renewalAt, churnedAt, churnReason },
    arrCents: row.arrCents === null ? null : Number(row.arrCents),
    arrHistory: row.arrHistory.map((line) => ({
      id: line.id,
      validFrom: line.validFrom,
      arrCents: Number(line.arrCents),
      currency: line.currency,
      reason: line.reason,
    })),
    custom: Object.entries(row.custom as Record<string, unknown>)
      .filter(([, value]) => value !== null && value !== '')
      .map(([key, value]) => ({ label: labels.get(key) ?? key, value: String(value) }))
      .sort((a, b) => (a.label < b.label ? -1 : 1)),
  };
}
