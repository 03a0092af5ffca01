import type { EpochDay } from '@/lib/impact/months';
import type { ProblemMention } from '@/lib/impact/panel';

/** After this many days an account's latest mention counts half. */
export const RECENCY_HALF_LIFE_DAYS = 60;

/**
 * For each theme what every unit (account, or contact without one) counts, 0..1: half for every 60 days since its latest
 * problem mention of the theme. Their sum is the theme's frequency: distinct units, the recent ones counting most.
 * Mentions on or after `asOfDay` are ignored.
 */
export function computeRecencies(
  mentions: readonly ProblemMention[],
  asOfDay: EpochDay,
): Map<string, Map<string, number>> {
  const recencies = new Map<string, Map<string, number>>();
  for (const { unitId, themeId, occurredDay } of mentions) {
    if (occurredDay >= asOfDay) continue;
    const units = recencies.get(themeId) ?? new Map<string, number>();
    const recency = 0.5 ** ((asOfDay - occurredDay) / RECENCY_HALF_LIFE_DAYS);
    units.set(unitId, Math.max(recency, units.get(unitId) ?? 0));
    recencies.set(themeId, units);
  }
  return recencies;
}
