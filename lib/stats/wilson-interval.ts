import type { Interval } from '@/lib/stats/interval';
import { Z_95 } from '@/lib/stats/normal';

/**
 * Wilson's 95 % score interval of a share (0..1). The bound is exactly 0 with no success and exactly 1 with nothing else.
 * Null when `total` is 0. Source: Wilson 1927; R's `prop.test(correct = FALSE)`.
 */
export function computeWilsonInterval(successes: number, total: number): Interval | null {
  if (total === 0) return null;
  const share = successes / total;
  const zSquared = Z_95 * Z_95;
  const centre = share + zSquared / (2 * total);
  const margin = Z_95 * Math.sqrt((share * (1 - share)) / total + zSquared / (4 * total * total));
  const scale = 1 + zSquared / total;
  return {
    low: successes === 0 ? 0 : (centre - margin) / scale,
    high: successes === total ? 1 : (centre + margin) / scale,
  };
}
