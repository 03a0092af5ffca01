import type { Memory } from './memory';
import type { SiteSurvey } from './site-survey';

/** Days of peace after "not now". */
export const SNOOZE_DAYS = 7;
const DAY_MS = 86_400_000;

/** Whether somebody said not to be asked: now, or ever. */
export function wantsPeace({ never, snoozedUntil }: Memory): boolean {
  return never || snoozedUntil > Date.now();
}

/**
 * Whether a survey may ask now, as far as this browser remembers. Whom it is for is told by its rules.
 * @param isKnown for a known person the server draws the lot
 */
export function mayAskNow(survey: SiteSurvey, memory: Memory, isKnown: boolean): boolean {
  const { askedAt, doneAt, lots } = memory;
  const isRecent = (at: number) => Date.now() - at < survey.coolDownDays * DAY_MS;
  if (wantsPeace(memory) || [askedAt, ...Object.values(doneAt)].some(isRecent)) return false;
  return isKnown || (lots[survey.key] ?? 0) < (survey.percentage ?? 100);
}
