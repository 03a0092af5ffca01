import { expect, it } from 'vitest';
import { convertCents, minorUnitFactors } from '@/lib/accounts/minor-unit-factors';

const factors = minorUnitFactors('USD', { EUR: 1.1, JPY: 0.0067, KWD: 3.25, ZZZ: 2 });

it('converts between currencies with as many decimals', () => {
  expect(convertCents(10_000, 'EUR', factors)).toBe(11_000);
  expect(convertCents(12_345, 'USD', factors)).toBe(12_345);
});

it('minds that yen have no decimals and dinars have three', () => {
  expect(convertCents(1_000_000, 'JPY', factors)).toBe(670_000);
  expect(convertCents(1_000, 'KWD', factors)).toBe(325);
  expect(convertCents(100, 'USD', minorUnitFactors('JPY', { USD: 150 }))).toBe(150);
});

it('does not convert what has no rate, or is no currency', () => {
  expect(convertCents(100, 'GBP', factors)).toBeNull();
  expect(convertCents(100, 'ZZZ', factors)).toBeNull();
});

it('counts the own currency as itself, whatever a rate says', () => {
  expect(minorUnitFactors('USD', { USD: 3 })).toEqual({ USD: 1 });
});
