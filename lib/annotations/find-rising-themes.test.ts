import { expect, it } from 'vitest';
import { rankRises } from '@/lib/annotations/find-rising-themes';

const theme = (name: string, statementsBefore: number, statements: number) => ({
  themeId: name,
  name,
  statements,
  statementsBefore,
});

it('puts the largest rise first, leaves falls out, and tells a rise from chance', () => {
  const rises = rankRises(
    [theme('slow', 20, 60), theme('flat', 30, 31), theme('gone', 40, 5), theme('new', 0, 12)],
    { statements: 1000, statementsBefore: 1000 },
  );
  expect(rises.map(({ name }) => name)).toEqual(['slow', 'new', 'flat']);
  expect(rises[0]?.rateRatio).toBeCloseTo(3, 10);
  expect(rises[0]?.qValue).toBeLessThan(0.001);
  expect(rises[1]).toMatchObject({ rateRatio: null, interval: { high: null } });
  expect(rises[2]?.qValue).toBeGreaterThan(0.5);
});

it('judges a rise by its share of all statements', () => {
  const [rise] = rankRises([theme('slow', 20, 40)], { statements: 2000, statementsBefore: 1000 });
  expect(rise?.rateRatio).toBeCloseTo(1, 10);
  expect(rise?.qValue).toBe(1);
});

it('says nothing where there was nothing before', () => {
  expect(rankRises([theme('slow', 0, 40)], { statements: 100, statementsBefore: 0 })).toEqual([]);
});
