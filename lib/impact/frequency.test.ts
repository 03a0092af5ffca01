import { expect, test } from 'vitest';
import { computeRecencies } from '@/lib/impact/frequency';

test('an account counts by its latest mention, half for every 60 days', () => {
  const mentions = [
    { unitId: 'a', themeId: 't', occurredDay: 1000 },
    { unitId: 'a', themeId: 't', occurredDay: 940 },
    { unitId: 'b', themeId: 't', occurredDay: 880 },
    { unitId: 'a', themeId: 'u', occurredDay: 999 },
  ];
  expect(computeRecencies(mentions, 1060)).toEqual(
    new Map([
      [
        't',
        new Map([
          ['a', 0.5],
          ['b', 0.125],
        ]),
      ],
      ['u', new Map([['a', 0.5 ** (61 / 60)]])],
    ]),
  );
});

test('what has not happened yet does not count', () => {
  const mentions = [{ unitId: 'a', themeId: 't', occurredDay: 1000 }];
  expect(computeRecencies(mentions, 1000).size).toBe(0);
  expect(computeRecencies(mentions, 1001).size).toBe(1);
});
