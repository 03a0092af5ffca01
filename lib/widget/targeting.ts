import type { Memory } from './memory';
import type { SiteSurvey } from './site-survey';

/** Days of peace after "not now". */
export const SNOOZE_DAYS = 7;
export const DAY_MS = 86_400_000;
/** For so long another tab waits for one that finds out whether it may ask. */
const CLAIM_MS = 5000;

/** Whether somebody said not to be asked: now, or ever. */
export function wantsPeace({ never, snoozedUntil }: Memory): unknown {
  return never || (snoozedUntil && snoozedUntil > Date.now());
}

/**
 * Whether a survey may ask now, as far as this browser remembers. Whom it is for is told by its rules.
 * @param isKnown for a known person the server draws the lot
 */
export function mayAskNow(survey: SiteSurvey, memory: Memory, isKnown: boolean): boolean {
  const { askedAt, claimedAt, doneAt, lots } = memory;
  const isRecent = (at = 0) => Date.now() - at < survey.coolDownDays * DAY_MS;
  if (
    wantsPeace(memory) ||
    Date.now() - (claimedAt ?? 0) < CLAIM_MS ||
    [askedAt, ...Object.values(doneAt)].some(isRecent)
  )
    return false;
  return isKnown || (lots[survey.key] as number) < (survey.percentage ?? 100);
}
