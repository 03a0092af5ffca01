import type { Memory } from './memory';
import type { SiteSurvey } from './site-survey';

/** Days of peace after "not now". */
export const SNOOZE_DAYS = 7;
const DAY_MS = 86_400_000;

interface Circumstances {
  memory: Memory;
  /** For a known person the server draws the lot and keeps the days of peace. */
  isKnown: boolean;
  now: number;
}

/** Whether a survey may ask now, as far as this browser remembers. Whom it is for is told by its rules. */
export function mayAskNow(survey: SiteSurvey, circumstances: Circumstances): boolean {
  const { memory, isKnown, now } = circumstances;
  if (memory.never || memory.snoozedUntil > now) return false;
  const peaceMs = survey.coolDownDays * DAY_MS;
  if (now - memory.askedAt < peaceMs || now - (memory.doneAt[survey.key] ?? 0) < peaceMs) return false;
  return isKnown || (memory.lots[survey.key] ?? 0) < (survey.percentage ?? 100);
}
