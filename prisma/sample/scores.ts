import type { RandomSource } from '@/lib/core/random';
import { drawNormal } from './draw';
import type { Touch } from './model';

const SURGE_AFTERMATH_DAYS = 48;

/** Tells how content the writer of a touch is. */
export type Scorer = (touch: Touch) => number;

/**
 * How content the writer of a touch is, about 0 on average and 1 apart: lower while the account's CRM sync loses records or
 * its mobile app crashes, and in keeping with what is said. This is what makes the net promoter score drop at the end.
 */
export function drawContentment(random: RandomSource, touch: Touch, surgeWeekStart: number): number {
  const { account, contact, day, points } = touch;
  let contentment =
    0.3 + 0.75 * drawNormal(random) + 0.45 * (account?.mood ?? 0) + 0.45 * (contact?.mood ?? 0);
  const episode = account?.driverEpisode ?? null;
  if (episode !== null && day >= episode.from && day <= episode.to + 20) contentment -= 1.5;
  const sinceSurge = day - surgeWeekStart;
  if (account?.usesMobileApp === true && sinceSurge >= 1 && sinceSurge <= SURGE_AFTERMATH_DAYS)
    contentment -= 0.9;
  for (const { theme, stance } of points) {
    if (stance === 'complaint') contentment -= theme === 'crm-sync' || theme === 'mobile-crash' ? 1.2 : 0.85;
    if (stance === 'praise') contentment += 0.75;
  }
  // Nobody is unhappy who only praises, nor delighted who only complains.
  if (points.length > 0 && points.every(({ stance }) => stance === 'praise'))
    return Math.max(contentment, 0.2);
  if (points.length > 0 && points.every(({ stance }) => stance === 'complaint'))
    return Math.min(contentment, 0.9);
  return contentment;
}

/** A whole score on a scale; an average contentment lands at `centre`, one unit of it moves `step`. */
export function scoreOf(
  contentment: number,
  low: number,
  high: number,
  centre: number,
  step: number,
): number {
  return Math.min(high, Math.max(low, Math.round(centre + step * contentment)));
}

/** The mood that the words should carry. */
export function toneOf(contentment: number): 'good' | 'middling' | 'bad' {
  if (contentment > 0.4) return 'good';
  return contentment > -0.6 ? 'middling' : 'bad';
}
