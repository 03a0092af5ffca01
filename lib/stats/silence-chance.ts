/**
 * Probability (0..1) that all `mentions` of something lie among the `now` newest of `now` + `before` statements, were it spread over
 * them evenly: hypergeometric, the one-sided p value of Fisher's exact test. Near 1 where little was said before at all: then
 * its absence there says nothing.
 */
export function computeSilenceChance(
  mentions: number,
  { now, before }: { now: number; before: number },
): number {
  let chance = 1;
  for (let each = 0; each < Math.min(mentions, now); each++) {
    chance *= (now - each) / (now + before - each);
  }
  return chance;
}
