import type { EpochDay } from '@/lib/impact/months';
import type { ProblemMention } from '@/lib/impact/panel';

/** After this many days an account's latest mention counts half. */
export const RECENCY_HALF_LIFE_DAYS = 60;

/** How often a theme comes up, by unit (account, or contact without one). */
export interface ThemeFrequency {
  /** What each unit counts, 0..1: half for every 60 days since its latest problem mention of the theme. */
  recencies: ReadonlyMap<string, number>;
  /** Their sum: distinct units, the recent ones counting most. */
  frequency: number;
}

/** Frequency of every theme on `asOfDay`; mentions on or after that day are ignored. */
export function computeFrequencies(
  mentions: readonly ProblemMention[],
  asOfDay: EpochDay,
): Map<string, ThemeFrequency> {
  const latest = new Map<string, Map<string, EpochDay>>();
  for (const { unitId, themeId, occurredDay } of mentions) {
    if (occurredDay >= asOfDay) continue;
    const units = latest.get(themeId) ?? new Map<string, EpochDay>();
    units.set(unitId, Math.max(occurredDay, units.get(unitId) ?? occurredDay));
    latest.set(themeId, units);
  }
  const frequencies = new Map<string, ThemeFrequency>();
  for (const [themeId, units] of latest) {
    const recencies = new Map<string, number>();
    let frequency = 0;
    for (const [unitId, day] of units) {
      const recency = 0.5 ** ((asOfDay - day) / RECENCY_HALF_LIFE_DAYS);
      recencies.set(unitId, recency);
      frequency += recency;
    }
    frequencies.set(themeId, { recencies, frequency });
  }
  return frequencies;
}
