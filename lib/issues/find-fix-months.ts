import type { Scope } from '@/lib/db/scope';
import { toEpochDay } from '@/lib/impact/months';
import { type Fix, loadFixInput } from '@/lib/issues/find-fix-effect';
import { type FixMonth, isCompared, listFixRows } from '@/lib/issues/fix-effect';
import { type FixMonthRow, pageFixRows } from '@/lib/issues/page-fix-rows';

/** Which account-months: of the months compared on one side of the fix, or of the month that begins on a day. */
export interface FixMonthsFilter {
  of: 'before' | 'after' | Date;
  onlyComplaining: boolean;
}

/** One page of the account-months behind a count of a fix's effect, by month and account, and how many there are. */
export async function findFixMonths(
  scope: Scope,
  fix: Fix,
  { of, onlyComplaining, page, pageSize }: FixMonthsFilter & { page: number; pageSize: number },
  now: Date = new Date(),
): Promise<{ rows: FixMonthRow[]; total: number }> {
  return scope.run(async (db, inner) => {
    const input = await loadFixInput(inner, fix, now);
    if (!input) return { rows: [], total: 0 };
    const isChosen = (month: FixMonth) =>
      of instanceof Date
        ? month.from === toEpochDay(of)
        : month.isAfter === (of === 'after') && isCompared(month, input.shippedDay);
    const found = listFixRows(input, isChosen).filter((row) => row.hasComplained || !onlyComplaining);
    return pageFixRows(db, scope.workspaceId, found, { page, pageSize });
  });
}
