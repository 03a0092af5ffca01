import { describe, expect, it } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { toEpochDay } from '@/lib/health/day-counts';
import { computeExpectedLife, computeRealisedValue, LIFE_HORIZON_MONTHS } from '@/lib/health/lifetime-value';

const on = (text: string) => toEpochDay(new Date(text));
const until = on('2026-01-01');

describe('computeExpectedLife', () => {
  it('is what a constant chance of leaving gives on average over five years', () => {
    const life = computeExpectedLife({ months: 2000, churned: 40 }, { months: 2000, churned: 40 });
    expect(life?.hazard).toBeCloseTo(0.02, 4);
    const random = makeRandom(1);
    const runs = 20_000;
    let paid = 0;
    for (let run = 0; run < runs; run++) {
      for (let month = 0; month < LIFE_HORIZON_MONTHS; month++) {
        paid++;
        if (random() < (life?.hazard ?? 1)) break;
      }
    }
    expect(life?.months).toBeCloseTo(paid / runs, 0);
    expect(life?.interval.low).toBeLessThan(life?.months ?? 0);
    expect(life?.interval.high).toBeGreaterThan(life?.months ?? 0);
  });

  it('leans on all accounts where its plan was hardly watched, and stays within the horizon', () => {
    const all = { months: 10_000, churned: 300 };
    const hardly = computeExpectedLife({ months: 10, churned: 0 }, all);
    expect(hardly?.hazard).toBeGreaterThan(0.025);
    const never = computeExpectedLife({ months: 5000, churned: 0 }, { months: 5000, churned: 0 });
    expect(never?.interval.high).toBeLessThanOrEqual(LIFE_HORIZON_MONTHS);
    expect(computeExpectedLife({ months: 0, churned: 0 }, { months: 0, churned: 0 })).toBeNull();
  });

  it('has an interval that covers the true life in some 95 of 100 samples', () => {
    const random = makeRandom(7);
    const hazard = 0.03;
    const truth = (1 - (1 - hazard) ** LIFE_HORIZON_MONTHS) / hazard;
    let covered = 0;
    for (let sample = 0; sample < 400; sample++) {
      const draw = (months: number) => {
        let churned = 0;
        for (let month = 0; month < months; month++) if (random() < hazard) churned++;
        return { months, churned };
      };
      const life = computeExpectedLife(draw(2000), draw(3000));
      if (life && life.interval.low <= truth && truth <= life.interval.high) covered++;
    }
    expect(covered / 400).toBeGreaterThan(0.92);
  });
});

describe('computeRealisedValue', () => {
  const arr = [
    { fromDay: on('2024-01-01'), arrCents: 36_525_00, currency: 'USD' },
    { fromDay: on('2025-01-01'), arrCents: 73_050_00, currency: 'USD' },
  ];
  const account = { startedDay: on('2024-01-01'), churnedDay: null, arr, payments: [] };

  it('is ARR times the time it held, until the account left', () => {
    // 366 days at 100 a day, then 365 at 200.
    expect(computeRealisedValue(account, until, { USD: 1 })).toEqual({
      cents: 36_600_00 + 73_000_00,
      from: 'arr',
      months: 24,
    });
    const left = { ...account, churnedDay: on('2024-01-11') };
    expect(computeRealisedValue(left, until, { USD: 1 })?.cents).toBe(1_000_00);
  });

  it('is what was paid where payments are on record, refunds taken off', () => {
    const payments = [
      { cents: 500_00, currency: 'EUR' },
      { cents: -100_00, currency: 'EUR' },
    ];
    expect(computeRealisedValue({ ...account, payments }, until, { USD: 1, EUR: 1.5 })).toMatchObject({
      cents: 600_00,
      from: 'payments',
    });
  });

  it('is not known without a rate, without ARR, and where an only ARR began one does not know when', () => {
    expect(computeRealisedValue(account, until, {})).toBeNull();
    const [first, second] = arr.map((line, index) => ({ ...line, currency: index === 1 ? 'CHF' : 'USD' }));
    const mixed = { ...account, arr: first && second ? [first, second] : [] };
    expect(computeRealisedValue(mixed, until, { USD: 1 })).toBeNull();
    // A line that never held needs none.
    expect(computeRealisedValue(mixed, on('2024-01-11'), { USD: 1 })?.cents).toBe(1_000_00);
    expect(computeRealisedValue({ ...account, arr: [] }, until, { USD: 1 })).toBeNull();
    const only = { ...account, startedDay: null, arr: arr.slice(0, 1) };
    expect(computeRealisedValue(only, until, { USD: 1 })).toBeNull();
  });
});
