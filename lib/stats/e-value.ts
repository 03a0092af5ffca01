import type { Interval } from '@/lib/stats/interval';

/**
 * E-value of a risk ratio: how strongly (as a risk ratio, 1 or more) something unmeasured would have to be linked to both
 * exposure and outcome to explain the ratio away. Source: VanderWeele & Ding 2017.
 * @throws RangeError when the ratio is not a positive number.
 */
export function computeEValue(riskRatio: number): number {
  if (!(riskRatio > 0 && Number.isFinite(riskRatio))) {
    throw new RangeError(`a positive risk ratio is needed, not ${riskRatio}`);
  }
  const away = riskRatio < 1 ? 1 / riskRatio : riskRatio;
  return away + Math.sqrt(away * (away - 1));
}

/** E-value of the interval's limit nearer to 1; 1 when the interval contains 1 and nothing needs explaining. */
export function computeIntervalEValue(interval: Interval): number {
  if (interval.low > 1) return computeEValue(interval.low);
  return interval.high < 1 ? computeEValue(interval.high) : 1;
}
