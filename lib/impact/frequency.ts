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
  const latestDays = new Map<string, Map<string, EpochDay>>();
  for (const { unitId, themeId, occurredDay } of mentions) {
    if (occurredDay >= asOfDay) continue;
    const units = latestDays.get(themeId) ?? new Map<string, EpochDay>();
    latestDays.set(themeId, units);
    const latest = units.get(unitId);
    if (latest === undefined || occurredDay > latest) units.set(unitId, occurredDay);
  }
  return new Map(
    Array.from(latestDays, ([themeId, units]) => [
      themeId,
      new Map(
        Array.from(units, ([unitId, day]) => [unitId, 0.5 ** ((asOfDay - day) / RECENCY_HALF_LIFE_DAYS)]),
      ),
    ]),
  );
}
