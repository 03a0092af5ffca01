import { expect, test } from 'vitest';
import {
  PRIORITY_PRESETS,
  type PriorityValues,
  rankPriorities,
  scaleFrequency,
  scaleImpact,
} from '@/lib/impact/priority';

const known = { hasChurn: true, hasArr: true };

function theme(themeId: string, frequency: number, churn: number, impact: number): PriorityValues {
  return { themeId, frequency, churn, impact };
}

test('frequency is logarithmic, with the largest at 100 and negatives at 0', () => {
  expect(scaleFrequency(15, 15)).toBe(100);
  expect(scaleFrequency(3, 15)).toBeCloseTo(50, 12);
  expect([scaleFrequency(0, 15), scaleFrequency(-2, 15), scaleFrequency(0, 0)]).toEqual([0, 0, 0]);
});

test('revenue goes by the root of its share of the largest, in whatever currency', () => {
  expect(scaleImpact(1_690_000, 1_690_000)).toBe(100);
  expect(scaleImpact(16_900, 1_690_000)).toBeCloseTo(10, 12);
  expect([scaleImpact(0, 15), scaleImpact(-2, 15), scaleImpact(0, 0)]).toEqual([0, 0, 0]);
  const ranked = (rate: number) =>
    rankPriorities(
      [theme('a', 9, 0.1, 16_000 * rate), theme('b', 7, 0, 1_690_000 * rate), theme('c', 8, 0.2, 400 * rate)],
      PRIORITY_PRESETS.revenueFirst,
      known,
    ).map(({ themeId, priorityScore }) => [themeId, priorityScore.toFixed(9)]);
  expect(ranked(160)).toEqual(ranked(1));
  expect(ranked(0.00002)).toEqual(ranked(1));
});

test('priority is the weighted mean of the components', () => {
  const themes = [theme('a', 15, 0.5, 1000), theme('b', 3, -0.5, 0)];
  const [first, second] = rankPriorities(themes, { frequency: 2, churn: 1, impact: 1 }, known);
  expect(first).toEqual({
    themeId: 'a',
    rank: 1,
    priorityScore: 87.5,
    frequencyScore: 100,
    churnScore: 50,
    impactScore: 100,
  });
  expect(second?.priorityScore).toBeCloseTo((2 * 50) / 4, 12);
  expect(second).toMatchObject({ themeId: 'b', rank: 2, churnScore: 0, impactScore: 0 });
});

test('churn has a scale of its own: what others have makes it neither more nor less', () => {
  const noise = theme('noise', 3, 0.01, 10);
  const alone = rankPriorities([noise, theme('other', 15, -0.2, 20)], PRIORITY_PRESETS.balanced, known);
  const beside = rankPriorities([noise, theme('driver', 15, 0.6, 20)], PRIORITY_PRESETS.balanced, known);
  for (const ranked of [alone, beside]) {
    expect(ranked.find(({ themeId }) => themeId === 'noise')?.churnScore).toBeCloseTo(1, 12);
  }
  expect(alone.find(({ themeId }) => themeId === 'other')?.churnScore).toBe(0);
  expect(beside.find(({ themeId }) => themeId === 'driver')?.churnScore).toBeCloseTo(60, 12);
});

test('without churn in the workspace the component is dropped, not 0', () => {
  const [only] = rankPriorities([theme('a', 15, 0, 1000)], PRIORITY_PRESETS.balanced, {
    ...known,
    hasChurn: false,
  });
  expect(only).toMatchObject({ priorityScore: 100, churnScore: null });
  const [churnOnly] = rankPriorities(
    [theme('a', 15, 0, 1000)],
    { frequency: 0, churn: 1, impact: 0 },
    { ...known, hasChurn: false },
  );
  expect(churnOnly?.priorityScore).toBe(0);
});

test('without any known revenue in the workspace impact is dropped, not 0', () => {
  const themes = [theme('a', 15, 0.5, 0), theme('b', 3, 1, 0)];
  const withoutArr = { ...known, hasArr: false };
  const ranked = rankPriorities(themes, PRIORITY_PRESETS.balanced, withoutArr);
  expect(ranked.map(({ impactScore }) => impactScore)).toEqual([null, null]);
  const first = ranked.find(({ themeId }) => themeId === 'a');
  expect(first?.priorityScore).toBeCloseTo((100 + 50) / 2, 10);
  const [only] = rankPriorities(themes, { frequency: 0, churn: 0, impact: 1 }, withoutArr);
  expect(only?.priorityScore).toBe(0);
});

test('equal priorities are ordered by theme id, whatever the input order', () => {
  const themes = ['c', 'B', 'a'].map((themeId) => theme(themeId, 4, 0.1, 9));
  for (const order of [themes, [...themes].reverse()]) {
    const ranked = rankPriorities(order, PRIORITY_PRESETS.balanced, known);
    expect(ranked.map(({ themeId, rank }) => [themeId, rank])).toEqual([
      ['B', 1],
      ['a', 2],
      ['c', 3],
    ]);
  }
});

test('each preset lets its component lead', () => {
  const themes = [
    theme('loud', 100, 0.05, 100),
    theme('churny', 10, 1, 100),
    theme('rich', 10, 0.05, 1_000_000),
  ];
  const first = (preset: keyof typeof PRIORITY_PRESETS) =>
    rankPriorities(themes, PRIORITY_PRESETS[preset], known)[0]?.themeId;
  expect([first('loudest'), first('churnFirst'), first('revenueFirst')]).toEqual(['loud', 'churny', 'rich']);
});

test('impossible weights are refused', () => {
  for (const weights of [
    { frequency: 0, churn: 0, impact: 0 },
    { frequency: -1, churn: 2, impact: 2 },
    { frequency: Number.NaN, churn: 1, impact: 1 },
  ]) {
    expect(() => rankPriorities([], weights, known)).toThrow(RangeError);
  }
  expect(rankPriorities([], PRIORITY_PRESETS.balanced, known)).toEqual([]);
});
