import type { ReliabilityBin } from '@/lib/stats/reliability';

/** Fewer labels than this in a tenth say too little to blame it. */
const FEWEST_LABELS = 10;

/** Whether confidence can be believed, in a sentence: a tenth misleads where its mean lies outside of the interval. */
export function reliabilityInWords(bins: readonly ReliabilityBin[]): string {
  const judged = bins.filter(({ n }) => n >= FEWEST_LABELS);
  if (judged.length === 0)
    return `Too few labels to say: no tenth of the scale has ${FEWEST_LABELS} of them.`;
  const tooSure = judged.filter(
    ({ meanConfidence, interval }) => interval && meanConfidence !== null && meanConfidence > interval.high,
  );
  const tooModest = judged.filter(
    ({ meanConfidence, interval }) => interval && meanConfidence !== null && meanConfidence < interval.low,
  );
  const fits = judged.length - tooSure.length - tooModest.length;
  const parts = [
    `fits in ${fits} of ${judged.length}`,
    ...(tooSure.length > 0 ? [`too sure in ${tooSure.length}`] : []),
    ...(tooModest.length > 0 ? [`too modest in ${tooModest.length}`] : []),
  ];
  return `Of the tenths with ${FEWEST_LABELS} labels or more, confidence ${parts.join(', ')}.`;
}
