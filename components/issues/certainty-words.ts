/** From how many of 100 recomputations on a place is called what. */
const ALMOST_CERTAIN = 95;
const VERY_LIKELY = 80;
const LIKELY = 60;
const EVEN = 40;

/** Explains "recomputations" once for a list of places. */
export const CERTAINTY_EXPLANATION =
  'The ranking was computed again 200 times, each time as if the accounts and people had been drawn anew from those there are. “90 of 100” means that the issue kept such a place in 90% of them, under the saved weights. A place that depends on a few accounts does not keep it.';

/** How sure a place is, in words that fit the share: "Very likely in the top 5 (87 of 100)". */
export function describeStability(stability: { top5Share: number; top10Share: number } | null): string {
  if (stability === null) return 'How sure the place is, is unknown';
  const top5 = timesIn100(stability.top5Share);
  const [times, place] =
    top5 >= LIKELY ? [top5, 'the top 5'] : [timesIn100(stability.top10Share), 'the top 10'];
  return `${wordFor(times)} in ${place} (${times} of 100)`;
}

function wordFor(times: number): string {
  if (times >= ALMOST_CERTAIN) return 'Almost certainly';
  if (times >= VERY_LIKELY) return 'Very likely';
  if (times >= LIKELY) return 'Likely';
  return times >= EVEN ? 'About even odds to be' : 'Unlikely to be';
}

/** What is neither never nor always never reads as 0 or 100. */
function timesIn100(share: number): number {
  return share === 0 || share === 1 ? 100 * share : Math.min(99, Math.max(1, Math.round(100 * share)));
}
