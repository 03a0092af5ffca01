import { makeRandom, type RandomSource } from '@/lib/core/random';
import type { Interval } from '@/lib/stats/interval';
import { computePercentileInterval } from '@/lib/stats/quantile';

/** A replicate may lack what the statistic needs (a sample of one class); more of those than this, and it says nothing. */
const MOST_UNDEFINED = 0.1;

/**
 * 95 % percentile interval of a statistic, in its unit: the items are drawn again with replacement and the statistic
 * computed anew. The same seed gives the same interval. Null below two items, and where the statistic is null in more
 * than a tenth of the replicates. Source: Efron & Tibshirani 1993, chapter 13.
 */
export function computeBootstrapInterval<Item>(
  items: readonly Item[],
  statistic: (drawn: readonly Item[]) => number | null,
  { replicates = 1000, seed = 1 }: { replicates?: number; seed?: number } = {},
): Interval | null {
  if (items.length < 2) return null;
  const random = makeRandom(seed);
  const values: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const value = statistic(drawAgain(items, random));
    if (value !== null) values.push(value);
  }
  return values.length < replicates * (1 - MOST_UNDEFINED) ? null : computePercentileInterval(values);
}

/** As many items as there are, each drawn from all of them. */
function drawAgain<Item>(items: readonly Item[], random: RandomSource): Item[] {
  const drawn: Item[] = [];
  for (let draw = 0; draw < items.length; draw++) {
    const item = items[Math.floor(random() * items.length)];
    if (item !== undefined) drawn.push(item);
  }
  return drawn;
}
