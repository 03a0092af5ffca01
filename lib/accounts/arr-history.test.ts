import { expect, it } from 'vitest';
import { type ArrLine, findLineOn, findNewLines, layOver } from '@/lib/accounts/arr-history';

const line = (day: string, cents: number, currency = 'EUR', reason: string | null = null): ArrLine => ({
  validFrom: new Date(`${day}T00:00:00Z`),
  arrCents: BigInt(cents),
  currency,
  reason,
});
const known = [line('2023-01-01', 100), line('2024-01-01', 200)];

it('lays lines over a history, one a day', () => {
  const after = layOver(known, [line('2024-01-01', 300), line('2023-06-01', 150)]);
  expect(after.map(({ arrCents }) => Number(arrCents)).sort()).toEqual([100, 150, 300]);
});

it('finds the lines that say something new', () => {
  const given = [line('2023-01-01', 100), line('2024-01-01', 200, 'USD'), line('2025-01-01', 5)];
  expect(findNewLines(known, given)).toEqual(given.slice(1));
  expect(findNewLines(known, known)).toEqual([]);
});

it('takes a reason, and loses none to a source that gives none', () => {
  const told = [line('2024-01-01', 200, 'EUR', 'fewer seats')];
  expect(findNewLines(known, told)).toEqual(told);
  expect(findNewLines(told, [line('2024-01-01', 200)])).toEqual([]);
});

it('finds the line that holds on a day', () => {
  const on = (day: string) => findLineOn(known, new Date(day))?.arrCents ?? null;
  expect([on('2022-12-31'), on('2023-01-01'), on('2023-12-31'), on('2030-01-01')]).toEqual([
    null,
    100n,
    100n,
    200n,
  ]);
});
