import type { Memory } from './memory';
import type { SiteSurvey } from './site-survey';

/** Days of peace after "not now". */
export const SNOOZE_DAYS = 7;
const DAY_MS = 86_400_000;

interface Circumstances {
  memory: Memory;
  traits: Record<string, string | number | boolean>;
  href: string;
  isPhone: boolean;
  /** For a known person the server draws the lot and keeps the days of peace. */
  isKnown: boolean;
  now: number;
}

/** Whether a survey may ask here and now, as far as the browser knows. */
export function mayAskHere(survey: SiteSurvey, circumstances: Circumstances): boolean {
  const { memory, traits, href, isPhone, isKnown, now } = circumstances;
  if (memory.never || memory.snoozedUntil > now) return false;
  const peaceMs = survey.coolDownDays * DAY_MS;
  if (now - memory.askedAt < peaceMs || now - (memory.doneAt[survey.key] ?? 0) < peaceMs) return false;
  if (!href.includes(survey.pageContains)) return false;
  if (survey.device !== 'any' && (survey.device === 'phone') !== isPhone) return false;
  if (survey.traitName && String(traits[survey.traitName]) !== survey.traitValue) return false;
  if (survey.isForKnown && !isKnown) return false;
  return isKnown || (memory.lots[survey.key] ?? 0) < survey.percentage;
}
