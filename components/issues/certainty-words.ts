import { formatPercent } from '@/lib/core/format';

/** From these shares of the draws on a place is called almost certain, or probable. */
const ALMOST_CERTAIN = 0.9;
const PROBABLE = 0.5;

/** How sure a place is, in words: "Almost certainly in the top 5 (98% of draws)". */
export function describeStability(stability: { top5Share: number; top10Share: number } | null): string {
  if (stability === null) return 'How sure the place is, is unknown';
  const { top5Share, top10Share } = stability;
  const say = (words: string, share: number) => `${words} (${formatPercent(share)} of draws)`;
  if (top5Share >= ALMOST_CERTAIN) return say('Almost certainly in the top 5', top5Share);
  if (top10Share < PROBABLE) return say('Probably not in the top 10', 1 - top10Share);
  if (top5Share >= PROBABLE) return say('Probably in the top 5', top5Share);
  return say(
    top10Share >= ALMOST_CERTAIN ? 'Almost certainly in the top 10' : 'Probably in the top 10',
    top10Share,
  );
}
