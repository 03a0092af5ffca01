import type { RandomSource } from '@/lib/core/random';

/** The items in another order (Fisher and Yates). */
export function shuffle<Item>(items: readonly Item[], random: RandomSource): Item[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as Item, mixed[at] as Item];
  }
  return mixed;
}
