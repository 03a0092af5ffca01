import { languageName } from '@/components/feedback/language-name';
import { formatCount, formatNumber } from '@/lib/core/format';
import {
  FEWEST_LABELS_TO_JUDGE,
  FEWEST_RATINGS_TO_JUDGE,
  type Gain,
  type LanguageReport,
} from '@/lib/quality/adaptation-report';

/** A difference of shares in percentage points with its sign: "+4.2 points". */
export function formatGain(difference: number): string {
  return `${formatSigned(difference)} points`;
}

export function formatSigned(difference: number): string {
  const points = 100 * difference;
  const text = formatNumber(Math.abs(points), 1);
  if (Number(Math.abs(points).toFixed(1)) === 0) return text;
  return `${points < 0 ? '−' : '+'}${text}`;
}

/** What the gain was measured on: "412 labelled comments" and ", held out"; the number opens them. */
export function judgedBy({ by, n }: Gain): { texts: string; how: string } {
  return by === 'label'
    ? { texts: formatCount(n, 'labelled comment'), how: ', held out' }
    : { texts: formatCount(n, 'rated comment'), how: ', held out; positive or negative only' };
}

/** Why what was learned of a language is used or not. */
export function explainVerdict({ verdict, gain }: LanguageReport): string {
  switch (verdict) {
    case 'used':
      return `Used: it gets more comments right, by more than the standard error of ${formatNumber(100 * (gain?.standardError ?? 0), 1)} points.`;
    case 'too_few':
      return 'Not tried: too few labels and ratings to learn from.';
    case 'not_judged':
      return `Not used: too little to judge it by. It takes ${FEWEST_LABELS_TO_JUDGE} labels of random samples or ${FEWEST_RATINGS_TO_JUDGE} ratings; corrections alone cannot tell, for they are made where the engine was wrong.`;
    case 'not_better':
      return 'Not used: it gets no more comments right than the engine as it is.';
    case 'within_error':
      return `Not used: the gain is within its standard error of ${formatNumber(100 * (gain?.standardError ?? 0), 1)} points, so it may be chance.`;
    case 'rare_labels_worse':
      return 'Not used: it gets more comments right in all, but fewer of the rarer labels (macro-F1 fell).';
  }
}

/** What came of bending the confidence to the labels, and how many they were; null where there were too few to try. */
export function explainConfidence({ confidence }: LanguageReport): { words: string; texts: string } | null {
  if (!confidence) return null;
  const { n, errorBefore, errorAfter, isUsed } = confidence;
  const errors = `squared error ${formatNumber(errorBefore, 3)} before, ${formatNumber(errorAfter, 3)} after`;
  return {
    words: isUsed ? `Confidence follows your labels: ${errors}` : `Confidence as it was: ${errors}`,
    texts: formatCount(n, 'label'),
  };
}

export const nameLanguage = ({ language }: Pick<LanguageReport, 'language'>): string =>
  languageName(language);
