import type { Scope } from '@/lib/db/scope';
import { loadWorkspaceRecords } from '@/lib/impact/load-ranking-input';
import { toEpochDay } from '@/lib/impact/months';
import { type FirstPart, firstPartSchema } from '@/lib/issues/first-part';
import {
  computeHoldOutEffect,
  type HoldOutInput,
  type HoldOutResult,
  listHoldOutRows,
} from '@/lib/issues/hold-out-effect';
import { type FixMonthRow, pageFixRows } from '@/lib/issues/page-fix-rows';
import { getSetting } from '@/lib/settings/queries';

/** Which accounts got a fix first, and what became of their complaints beside those of the others. */
export interface HoldOut {
  firstAt: Date;
  part: FirstPart;
  /** How many accounts the part has. */
  accounts: number;
  /** Null where the theme is no longer one, and while there is no feedback. */
  result: HoldOutResult | null;
}

/** Which account-months: of those who got it first or of those who had to wait, on one side of that day or (null) on both. */
export interface HoldOutMonthsFilter {
  isFirst: boolean;
  isAfter: boolean | null;
  onlyComplaining: boolean;
}

/** @returns null where nobody got it first. */
export async function findHoldOut(
  scope: Scope,
  issueId: string,
  now: Date = new Date(),
): Promise<HoldOut | null> {
  const found = await loadHoldOut(scope, issueId, now);
  if (!found) return null;
  const { input, ...facts } = found;
  return { ...facts, result: input && computeHoldOutEffect(input) };
}

/** One page of the account-months behind a count of it, by month and account, and how many these and their accounts are. */
export async function findHoldOutMonths(
  scope: Scope,
  issueId: string,
  { isFirst, isAfter, onlyComplaining, ...place }: HoldOutMonthsFilter & { page: number; pageSize: number },
  now: Date = new Date(),
): Promise<{ rows: FixMonthRow[]; total: number; accounts: number } | null> {
  return scope.run(async (db, inner) => {
    const found = await loadHoldOut(inner, issueId, now);
    if (!found?.input) return null;
    const rows = listHoldOutRows(found.input).filter(
      (row) =>
        row.isFirst === isFirst &&
        (isAfter === null || row.isAfter === isAfter) &&
        (row.hasComplained || !onlyComplaining),
    );
    return {
      ...(await pageFixRows(db, scope.workspaceId, rows, place)),
      accounts: new Set(rows.map(({ accountId }) => accountId)).size,
    };
  });
}

/** What the comparison is made from; null where nobody got it first. */
async function loadHoldOut(
  scope: Scope,
  issueId: string,
  now: Date,
): Promise<(Omit<HoldOut, 'result'> & { input: HoldOutInput | null }) | null> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const issue = await db.issue.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id: issueId } },
    });
    const part = firstPartSchema.safeParse(issue.firstFor);
    const { firstShippedAt, shippedAt, themeId } = issue;
    if (!firstShippedAt || !part.success) return null;
    const members = await db.account.findMany({
      where: {
        workspaceId,
        ...(part.data.kind === 'accounts'
          ? { id: { in: part.data.ids } }
          : { [part.data.kind]: part.data.value }),
      },
      select: { id: true },
    });
    const { currency } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    const rates = await getSetting(inner, 'currencyRates');
    const records = await loadWorkspaceRecords(inner, { today: toEpochDay(now), currency, rates });
    const isTheme = themeId !== null && records?.themeIds.includes(themeId);
    return {
      firstAt: firstShippedAt,
      part: part.data,
      accounts: members.length,
      input:
        records && isTheme
          ? {
              ...{ accounts: records.accounts, mentions: records.mentions, themeId },
              firstIds: new Set(members.map(({ id }) => id)),
              firstDay: toEpochDay(firstShippedAt),
              shippedDay: shippedAt && toEpochDay(shippedAt),
              feedbackFrom: records.coverage.feedbackFrom,
              feedbackUntil: records.coverage.feedbackUntil,
            }
          : null,
    };
  });
}
