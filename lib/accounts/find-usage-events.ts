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
  /** Of all pages: records, what their counts sum to, and the people known of them. */
  total: number;
  times: number;
  people: number;
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
    const { _count: total, _sum } = await db.usageEvent.aggregate({
      where,
      _count: true,
      _sum: { count: true },
    });
    const people = await db.usageEvent.groupBy({
      by: ['contactId'],
      where: { ...where, contactId: contactId ?? { not: null } },
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
      times: _sum.count ?? 0,
      people: people.length,
    };
  });
}

function dayAfter(day: string): Date {
  return new Date(Date.parse(day) + 86_400_000);
}
