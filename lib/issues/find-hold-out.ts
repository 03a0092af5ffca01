import type { Scope } from '@/lib/db/scope';
import { loadWorkspaceRecords } from '@/lib/impact/load-ranking-input';
import { toEpochDay } from '@/lib/impact/months';
import { type FirstPart, firstPartSchema } from '@/lib/issues/first-part';
import { computeHoldOutEffect, type HoldOutResult } from '@/lib/issues/hold-out-effect';
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

/** @returns null where nobody got it first. */
export async function findHoldOut(
  scope: Scope,
  issueId: string,
  now: Date = new Date(),
): Promise<HoldOut | null> {
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
      result:
        records && isTheme
          ? computeHoldOutEffect({
              ...{ accounts: records.accounts, mentions: records.mentions, themeId },
              firstIds: new Set(members.map(({ id }) => id)),
              firstDay: toEpochDay(firstShippedAt),
              shippedDay: shippedAt && toEpochDay(shippedAt),
              feedbackFrom: records.coverage.feedbackFrom,
              feedbackUntil: records.coverage.feedbackUntil,
            })
          : null,
    };
  });
}
