import type { MinorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import type { Scope } from '@/lib/db/scope';
import { toEpochDay } from '@/lib/health/day-counts';
import {
  type ChurnMonths,
  computeExpectedLife,
  computeRealisedValue,
  type ExpectedLife,
  type RealisedValue,
} from '@/lib/health/lifetime-value';

export interface LifetimeValue {
  realised: RealisedValue | null;
  /** Null where it has left or no month was watched. */
  life: ExpectedLife | null;
  plan: string | null;
  /** Account-months of its plan that its expected life rests on, and the first and last of these months. */
  watched: ChurnMonths;
  from: Date;
  to: Date;
}

const WATCHED_MONTHS = 12;

/**
 * What an account has paid and how much longer accounts of its plan stay: from the twelve whole months before the month of
 * `until`, as the panel of lib/impact has it: at risk at the month's start, gone in the course of it.
 */
export async function findLifetimeValue(
  scope: Scope,
  accountId: string,
  { until, factors }: { until: Date; factors: MinorUnitFactors },
): Promise<LifetimeValue> {
  const { workspaceId } = scope;
  const to = new Date(Date.UTC(until.getUTCFullYear(), until.getUTCMonth() - 1, 1));
  const from = new Date(Date.UTC(until.getUTCFullYear(), until.getUTCMonth() - WATCHED_MONTHS, 1));
  return scope.run(async (db) => {
    const account = await db.account.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id: accountId } },
      include: { arrHistory: { orderBy: { validFrom: 'asc' } }, transactions: true },
    });
    const rates = await db.$queryRaw<(ChurnMonths & { isPlan: boolean })[]>`
      SELECT c.plan IS NOT DISTINCT FROM ${account.plan} AS "isPlan", count(*)::int AS months,
        (count(*) FILTER (WHERE c.churned_at < m.starts + interval '1 month'))::int AS churned
      FROM generate_series(${from}::date, ${to}::date, interval '1 month') AS m(starts)
        JOIN accounts c ON (c.started_at IS NULL OR c.started_at <= m.starts)
          AND (c.churned_at IS NULL OR c.churned_at >= m.starts)
      WHERE c.workspace_id = ${workspaceId}::uuid
      GROUP BY 1`;
    const watched = rates.find(({ isPlan }) => isPlan) ?? { months: 0, churned: 0 };
    const all = rates.reduce(
      (sum, { months, churned }) => ({ months: sum.months + months, churned: sum.churned + churned }),
      { months: 0, churned: 0 },
    );
    const { startedAt, churnedAt, plan } = account;
    const hasLeft = churnedAt !== null && churnedAt <= until;
    return {
      realised: computeRealisedValue(
        {
          startedDay: startedAt && toEpochDay(startedAt),
          churnedDay: churnedAt && toEpochDay(churnedAt),
          arr: account.arrHistory.map((line) => ({
            fromDay: toEpochDay(line.validFrom),
            arrCents: Number(line.arrCents),
            currency: line.currency,
          })),
          payments: account.transactions.map(({ kind, amountCents, currency }) => ({
            cents: kind === 'refund' ? -Math.abs(Number(amountCents)) : Number(amountCents),
            currency,
          })),
        },
        toEpochDay(until),
        factors,
      ),
      life: hasLeft ? null : computeExpectedLife(watched, all),
      watched: { months: watched.months, churned: watched.churned },
      ...{ plan, from, to },
    };
  });
}
