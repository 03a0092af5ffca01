import type { Scope } from '@/lib/db/scope';
import { loadWorkspaceRecords } from '@/lib/impact/load-ranking-input';
import { toEpochDay } from '@/lib/impact/months';
import {
  computeFixEffect,
  FIX_MONTH_DAYS,
  type FixEffectResult,
  type FixInput,
  HISTORY_MONTHS,
  MOST_MONTHS,
} from '@/lib/issues/fix-effect';
import { getSetting } from '@/lib/settings/queries';

const DAY_MS = 86_400_000;

/** A fixed theme, and the day of its fix. */
export interface Fix {
  themeId: string;
  shippedAt: Date;
}

/**
 * What became of the complaints about a theme since its fix. Themes whose issue was never shipped are the untouched ones.
 * @returns null for a theme that was merged away or set aside, and while there is no feedback.
 */
export async function findFixEffect(
  scope: Scope,
  fix: Fix,
  now: Date = new Date(),
): Promise<FixEffectResult | null> {
  const input = await loadFixInput(scope, fix, now);
  return input && computeFixEffect(input);
}

/** What an effect is computed from; null as in {@link findFixEffect}. */
export async function loadFixInput(
  scope: Scope,
  { themeId, shippedAt }: Fix,
  now: Date,
): Promise<FixInput | null> {
  const { workspaceId } = scope;
  const dayAway = (days: number) => new Date(shippedAt.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  return scope.run(async (db, inner) => {
    const { currency } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    const records = await loadWorkspaceRecords(inner, {
      today: toEpochDay(now),
      currency,
      rates: await getSetting(inner, 'currencyRates'),
      // No more of the records than are looked at.
      filter: { from: dayAway(-HISTORY_MONTHS * FIX_MONTH_DAYS), to: dayAway(MOST_MONTHS * FIX_MONTH_DAYS) },
    });
    if (!records?.themeIds.includes(themeId)) return null;
    const fixed = await db.issue.findMany({
      where: { workspaceId, shippedAt: { not: null }, themeId: { not: null } },
      select: { themeId: true },
    });
    const fixedIds = new Set(fixed.map((issue) => issue.themeId));
    return {
      accounts: records.accounts,
      mentions: records.mentions,
      themeId,
      untouchedIds: new Set(records.themeIds.filter((id) => id !== themeId && !fixedIds.has(id))),
      shippedDay: toEpochDay(shippedAt),
      feedbackFrom: records.coverage.feedbackFrom,
      feedbackUntil: records.coverage.feedbackUntil,
    };
  });
}
