/**
 * How much an account said on other themes in the window, by the number of days: none (0), some (1-2), much (3 or
 * more). "Much" goes on in steps that double (3-5, 6-11, 12 or more): were it one level, the most talkative accounts of
 * a busy workspace would be compared with ordinary ones, and every theme they mention would look linked to what they do.
 */
export const FEEDBACK_LEVEL_STARTS = [0, 1, 3, 6, 12] as const;

/** Number of feedback levels. */
export const FEEDBACK_LEVELS = FEEDBACK_LEVEL_STARTS.length;

/** By number of days, up to where the last level starts. */
const LEVELS = Uint8Array.from({ length: Math.max(...FEEDBACK_LEVEL_STARTS) + 1 }, (_, days) =>
  FEEDBACK_LEVEL_STARTS.findLastIndex((start) => start <= days),
);

/** The level (0..4) of a number of days: the last one that starts at or below it. */
export function feedbackLevelOf(days: number): number {
  return LEVELS[Math.min(days, LEVELS.length - 1)] ?? 0;
}
