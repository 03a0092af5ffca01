import type { Scope } from '@/lib/db/scope';
import type { MoneyPart } from '@/lib/issues/achievements';
import { type Achievement, findAchievements } from '@/lib/issues/find-achievements';

/** What an account adds to the ARR at risk that a fix took away. */
export interface MoneyRow extends MoneyPart {
  name: string;
  fix: Pick<Achievement, 'issueId' | 'title' | 'shippedAt'>;
  themeId: string;
  /** By how much the ratio of complaints fell below that of untouched themes. */
  fall: number;
}

export interface MoneyPartsPage {
  currency: string;
  windowDays: number;
  rows: MoneyRow[];
  /** Accounts in all, one that complained of several fixed themes counted with each; their sum in minor units. */
  total: number;
  /** How many fixes they are of. */
  fixes: number;
  cents: number;
  /** Accounts that complained, too, whose ARR is unknown. */
  withoutArr: number;
}

/**
 * One page of the accounts that the money of all fixes, or of one of them, is the sum of: those that add the most first.
 * Null while there is no feedback.
 */
export async function findMoneyParts(
  scope: Scope,
  { fixId, page, pageSize }: { fixId: string | undefined; page: number; pageSize: number },
  now: Date = new Date(),
): Promise<MoneyPartsPage | null> {
  const { workspaceId } = scope;
  const found = await findAchievements(scope, now);
  if (!found) return null;
  const fixes = found.rows.filter(({ issueId }) => fixId === undefined || issueId === fixId);
  const all = fixes
    .flatMap(({ issueId, themeId, title, shippedAt, money }) =>
      (money?.parts ?? []).map((part) => ({
        ...part,
        ...{ fix: { issueId, title, shippedAt }, themeId, fall: money?.fall ?? 0 },
      })),
    )
    .sort(
      (a, b) =>
        b.cents - a.cents ||
        b.arrCents - a.arrCents ||
        (`${a.accountId} ${a.themeId}` < `${b.accountId} ${b.themeId}` ? -1 : 1),
    );
  const shown = all.slice((page - 1) * pageSize, page * pageSize);
  const accounts = await scope.run((db) =>
    db.account.findMany({
      where: { workspaceId, id: { in: [...new Set(shown.map(({ accountId }) => accountId))] } },
      select: { id: true, name: true },
    }),
  );
  const nameOf = new Map(accounts.map(({ id, name }) => [id, name]));
  return {
    currency: found.currency,
    windowDays: found.windowDays,
    rows: shown.map((row) => ({ ...row, name: nameOf.get(row.accountId) ?? '' })),
    total: all.length,
    fixes: fixes.filter(({ money }) => money !== null).length,
    cents: fixes.reduce((sum, { money }) => sum + (money?.value ?? 0), 0),
    withoutArr: fixes.reduce((sum, { money }) => sum + (money?.withoutArr ?? 0), 0),
  };
}
