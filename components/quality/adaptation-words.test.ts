import { describe, expect, it } from 'vitest';
import type { Gain, LanguageReport } from '@/lib/quality/adaptation-report';
import { explainConfidence, explainVerdict, formatGain, judgedBy } from './adaptation-words';

const gain: Gain = {
  by: 'label',
  n: 412,
  groups: 390,
  accuracyBefore: 0.6,
  accuracyAfter: 0.61,
  gain: 0.01,
  standardError: 0.0123,
  low: -0.014,
  high: 0.034,
  macroF1Before: 0.5,
  macroF1After: 0.52,
};
const report: LanguageReport = {
  language: 'en',
  labels: 30,
  ratings: 12,
  verdict: 'within_error',
  gain,
  confidence: null,
};

describe('what an attempt came to', () => {
  it.each([
    [0.0416, '+4.2 points'],
    [-0.01, '−1 points'],
    [0.0001, '0 points'],
  ])('says a gain of %d as %s', (difference, words) => {
    expect(formatGain(difference)).toBe(words);
  });

  it('gives each reason in words of its own, with the numbers it rests on', () => {
    const verdicts = [
      'used',
      'too_few',
      'not_judged',
      'not_better',
      'within_error',
      'rare_labels_worse',
    ] as const;
    const words = verdicts.map((verdict) => explainVerdict({ ...report, verdict }));
    expect(new Set(words).size).toBe(verdicts.length);
    expect(words[4]).toContain('standard error of 1.2 points');
  });

  it('says what judged: ratings know no neutral', () => {
    expect(judgedBy(gain)).toEqual({ texts: '412 labelled comments', how: ', held out' });
    expect(judgedBy({ ...gain, by: 'rating', n: 1 })).toEqual({
      texts: '1 rated comment',
      how: ', held out; positive or negative only',
    });
  });

  it('says whether the confidence follows the labels, where there were enough to try', () => {
    expect(explainConfidence(report)).toBeNull();
    const confidence = { n: 80, errorBefore: 0.21, errorAfter: 0.19, isUsed: true };
    expect(explainConfidence({ ...report, confidence })).toEqual({
      words: 'Confidence follows your labels: squared error 0.21 before, 0.19 after',
      texts: '80 labels',
    });
    expect(explainConfidence({ ...report, confidence: { ...confidence, isUsed: false } })?.words).toContain(
      'as it was',
    );
  });
});
