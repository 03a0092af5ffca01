import { expect, it } from 'vitest';
import { computeReliability } from '@/lib/stats/reliability';
import { reliabilityInWords } from './reliability-words';

const labels = (confidence: number, right: number, total: number) =>
  Array.from({ length: total }, (_, index) => ({ confidence, isRight: index < right }));
const say = (...groups: ReturnType<typeof labels>[]) => reliabilityInWords(computeReliability(groups.flat()));

it('says where confidence fits and where it misleads', () => {
  expect(say(labels(0.75, 75, 100), labels(0.95, 50, 100), labels(0.25, 60, 100))).toBe(
    'Of the tenths with 10 labels or more, confidence fits in 1 of 3, too sure in 1, too modest in 1.',
  );
  expect(say(labels(0.75, 75, 100))).toBe('Of the tenths with 10 labels or more, confidence fits in 1 of 1.');
});

it('blames nothing on few labels', () => {
  expect(say(labels(0.95, 0, 9))).toMatch(/^Too few labels/);
});
