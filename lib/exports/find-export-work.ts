import { minorUnitDigits } from '@/lib/core/money';
import type { Scope } from '@/lib/db/scope';
import { computeServeCost, countCasesByTheme } from '@/lib/issues/find-cases';
import { findPointsGain, type PointsGain } from '@/lib/issues/find-points-gain';
import { getSetting } from '@/lib/settings/queries';

/** What a file says of an issue beyond its place in the list. */
export interface ExportedWork {
  notes: string;
  /** Tickets, calls and chats of a year with the problem, and what they cost in minor units; null where unknown. */
  cases: number | null;
  serveCostCents: number | null;
  /** What its fix did to NPS; null where it has not shipped or that is unknown. */
  points: PointsGain | null;
}

/**
 * Notes, cost to serve and what the fix did, by issue id.
 * @param asOf last day of the year in which cases count; null where the list is narrowed to accounts, channels or days, of
 * which cases are not counted
 */
export async function findExportedWork(
  scope: Scope,
  issueIds: readonly string[],
  { asOf, currency }: { asOf: Date | null; currency: string },
): Promise<Map<string, ExportedWork>> {
  const issues = await scope.run((db) =>
    db.issue.findMany({
      where: { workspaceId: scope.workspaceId, id: { in: [...issueIds] } },
      select: { id: true, themeId: true, notes: true, status: true, shippedAt: true },
    }),
  );
  const cases = asOf && (await countCasesByTheme(scope, asOf));
  const setting = await getSetting(scope, 'costToServe');
  const work = new Map<string, ExportedWork>();
  for (const { id, themeId, notes, status, shippedAt } of issues) {
    const own = cases && themeId ? (cases.get(themeId) ?? 0) : null;
    work.set(id, {
      notes,
      cases: own,
      serveCostCents: own === null ? null : computeServeCost(own, setting, 10 ** minorUnitDigits(currency)),
      points:
        status === 'shipped' && themeId && shippedAt
          ? await findPointsGain(scope, { themeId, shippedAt })
          : null,
    });
  }
  return work;
}
