import type { RandomSource } from '@/lib/core/random';

/** A whole number in [low, high]. */
export function drawInteger(random: RandomSource, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** One item of a list that is not empty, each as likely as the next. */
export function drawOne<T>(random: RandomSource, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to draw from');
  return item;
}

/** One key, each as likely as its weight says. */
export function drawWeighted<K extends string>(random: RandomSource, weights: Partial<Record<K, number>>): K {
  const entries = Object.entries(weights) as [K, number][];
  let rest = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    rest -= weight;
    if (rest < 0) return key;
  }
  const last = entries.at(-1);
  if (last === undefined) throw new Error('nothing to draw from');
  return last[0];
}

/** A Poisson count (Knuth's product of uniforms), for small means. */
export function drawPoisson(random: RandomSource, mean: number): number {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > floor; product *= random()) count++;
  return count;
}

/** A standard normal number (Box and Muller). */
export function drawNormal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The items in a random order. */
export function shuffle<T>(random: RandomSource, items: readonly T[]): T[] {
  const order = items.map((item) => ({ item, key: random() }));
  return order.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
