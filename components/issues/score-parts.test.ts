import { expect, test } from 'vitest';
import { rankPriorities } from '@/lib/impact/priority';
import { splitPriority } from './score-parts';

const themes = [
  { themeId: 'a', frequency: 40, churn: 0.8, impact: 900 },
  { themeId: 'b', frequency: 90, churn: -0.2, impact: 20_000 },
];

test.each([
  [true, true],
  [false, true],
  [true, false],
  [false, false],
])('the parts add up to the priority (churn known: %s, revenue known: %s)', (hasChurn, hasArr) => {
  const weights = { frequency: 1, churn: 3, impact: 2 };
  for (const priority of rankPriorities(themes, weights, { hasChurn, hasArr })) {
    const parts = splitPriority(priority, weights);
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(priority.priorityScore, 10);
    expect(parts.reduce((sum, { maxPoints }) => sum + maxPoints, 0)).toBeCloseTo(100, 10);
  }
});
