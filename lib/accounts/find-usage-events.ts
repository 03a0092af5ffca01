import { ACTIVE_USERS } from '@/lib/accounts/usage-trend';
import type { Scope } from '@/lib/db/scope';

/** What narrows a list of use; days are UTC days, both count. */
export interface UsageFilter {
  accountId?: string | undefined;
  contactId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** Something somebody did with the product, `count` times. */
export interface UsageRecord {
  id: string;
  name: string;
  count: number;
  occurredAt: Date;
  sourceName: string;
  account: { id: string; name: string };
  /** Who did it, where that is known. */
  contact: { id: string; name: string | null } | null;
}

export interface UsageList {
  records: UsageRecord[];
  /** Records on all pages. */
  total: number;
  /** What the counts of all pages sum to, without those that count people and no event. */
  times: number;
}

/** One page of the recorded use of an account or a person, the latest first. */
export async function findUsageEvents(
  scope: Scope,
  { accountId, contactId, from, to }: UsageFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<UsageList> {
  const where = {
    workspaceId: scope.workspaceId,
    ...(accountId && { accountId }),
    ...(contactId && { contactId }),
    occurredAt: { ...(from && { gte: new Date(from) }), ...(to && { lt: dayAfter(to) }) },
  };
  return scope.run(async (db) => {
    const total = await db.usageEvent.count({ where });
    const events = await db.usageEvent.aggregate({
      where: { ...where, name: { not: ACTIVE_USERS } },
      _sum: { count: true },
    });
    const rows = await db.usageEvent.findMany({
      where,
      select: {
        ...{ id: true, name: true, count: true, occurredAt: true },
        source: { select: { name: true } },
        account: { select: { id: true, name: true } },
        contact: { select: { id: true, name: true } },
      },
      orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    });
    return {
      records: rows.map(({ source, ...row }) => ({ ...row, sourceName: source.name })),
      total,
      times: events._sum.count ?? 0,
    };
  });
}

function dayAfter(day: string): Date {
  return new Date(Date.parse(day) + 86_400_000);
}
