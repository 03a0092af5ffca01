import { expect, it } from 'vitest';
import { monthStart, toEpochDay } from '@/lib/health/day-counts';
import { describeAccount, findArrChanges, isCustomerOn, measure } from '@/lib/health/features';
import { makeHealthRows } from '@/lib/health/health-rows';
import { measureMore } from '@/lib/health/measure-more';
import { makeHealthAccount } from '@/lib/health/testing/simulate-accounts';

const on = (text: string) => toEpochDay(new Date(text));
const line = (day: string, cents: number, currency = 'USD') => ({
  ...{ fromDay: on(day), cents, currency },
  convertedCents: cents,
});
const coverage = { from: on('2025-01-01'), until: on('2026-01-01') };

it('knows nothing of the day it is asked about, nor of later ones', () => {
  const day = on('2025-06-01');
  const early = { days: [day - 91, day - 90, day - 1], counts: [1, 2, 4] };
  const late = { days: [...early.days, day, day + 1], counts: [...early.counts, 100, 100] };
  const account = (stream: typeof early) =>
    makeHealthAccount('a', {
      ...{ said: stream, problems: stream, praise: stream, conversations: stream },
      ...{ usage: stream, nps: stream, lowRatings: stream },
      arr: [line('2024-01-01', 100), line('2025-03-01', 50)],
    });
  expect(describeAccount(account(late), day)).toEqual(describeAccount(account(early), day));
  // The ninetieth day before belongs to the window, the one before that does not.
  expect(measure(account(late), 'problems', day)).toBe(6);
  const changed = makeHealthAccount('a', {
    arr: [line('2024-01-01', 100), { ...line('2024-01-01', 50), fromDay: day }],
  });
  expect(describeAccount(changed, day).find(({ key }) => key === 'paidLess')?.value).toBe(0);
});

it('does not know the revenue of an account whose latest line has no rate', () => {
  const account = makeHealthAccount('a', {
    arr: [line('2024-01-01', 100), { ...line('2025-03-01', 100, 'CHF'), convertedCents: null }],
  });
  expect(measure(account, 'revenue', on('2025-03-01'))).toBe(100);
  expect(measure(account, 'revenue', on('2025-03-02'))).toBeNull();
  expect(describeAccount(account, on('2025-03-02'))).toContainEqual({
    ...{ key: 'revenue', level: '', value: null },
  });
});

it('does not take use that is recorded once a week for falling use while this week’s is still to come', () => {
  const weeks = Array.from({ length: 20 }, (_, week) => on('2025-06-02') + 7 * week);
  const usage = { days: weeks, counts: weeks.map(() => 70) };
  const lastDay = weeks.at(-1) ?? 0;
  const change = (day: number, usageUntil: number) =>
    measure(makeHealthAccount('a', { usage, usageUntil }), 'usage', day);
  expect(change(lastDay + 13, lastDay + 1)).toBe(0);
  // Where others go on, it did fall.
  expect(change(lastDay + 13, lastDay + 8)).toBeCloseTo(-0.25);
});

it('tells leaving, paying less and paying more apart, within three months from the first day on', () => {
  const start = on('2025-06-01');
  const last = on('2025-08-31');
  const rowOf = (changes: Parameters<typeof makeHealthAccount>[1]) =>
    makeHealthRows([makeHealthAccount('a', changes)], coverage).rows.find((row) => row.monthStart === start);
  expect(rowOf({ churnedDay: start })?.isEvent.churn).toBe(true);
  expect(rowOf({ churnedDay: last })?.isEvent.churn).toBe(true);
  expect(rowOf({ churnedDay: last + 1 })?.isEvent.churn).toBe(false);
  expect(rowOf({ churnedDay: start - 1 })).toBeUndefined();
  expect(rowOf({ startedDay: start })).toBeUndefined();
  const less = rowOf({ arr: [line('2024-01-01', 100), line('2025-08-31', 80)] });
  expect(less?.isEvent).toEqual({ churn: false, contraction: true, expansion: false });
  const more = rowOf({ arr: [line('2024-01-01', 100), line('2025-06-01', 120)] });
  expect(more?.isEvent).toEqual({ churn: false, contraction: false, expansion: true });
});

it('takes neither another currency nor leaving for a change of ARR', () => {
  const all = [on('2020-01-01'), on('2030-01-01')] as const;
  const arr = [line('2024-01-01', 100), line('2024-06-01', 90, 'EUR'), line('2025-01-01', 0, 'EUR')];
  expect(findArrChanges({ arr, churnedDay: on('2025-01-01') }, ...all)).toEqual([]);
  expect(findArrChanges({ arr, churnedDay: null }, ...all)).toEqual([-1]);
});

it('begins with the first month that has a whole window and ends with the last that has a whole horizon', () => {
  const { rows } = makeHealthRows([makeHealthAccount('a')], coverage);
  expect(rows[0]?.monthStart).toBe(on('2025-04-01'));
  expect(rows.at(-1)?.monthStart).toBe(on('2025-10-01'));
  expect(monthStart(on('2025-12-15'), 2)).toBe(on('2026-02-01'));
  expect(isCustomerOn(makeHealthAccount('a', { churnedDay: on('2025-04-01') }), on('2025-04-02'))).toBe(
    false,
  );
});

it('has the number of what is otherwise only true or false', () => {
  const day = on('2025-06-01');
  const more = (key: 'renewal' | 'paidLess' | 'paidMore' | 'silence' | 'nps', said = [day - 100, day - 95]) =>
    measureMore(
      makeHealthAccount('a', {
        renewalDay: on('2024-08-20'),
        arr: [
          line('2024-01-01', 100),
          line('2025-02-01', 80),
          line('2025-04-01', 60),
          line('2025-05-01', 90),
        ],
        said: { days: said, counts: said.map(() => 2) },
      }),
      key,
      day,
    );
  expect(more('renewal')).toBe(2);
  expect(more('paidLess')).toBeCloseTo(-0.4, 12);
  expect(more('paidMore')).toBeCloseTo(0.5, 12);
  expect(more('silence')).toBe(95);
  expect(more('silence', [day - 5, day])).toBe(2);
  expect(more('silence', [])).toBeNull();
  expect(more('nps')).toBeNull();
});
