import { isCurrency, minorUnitDigits } from '@/lib/core/money';

/** What one minor unit of each currency is worth in minor units of the workspace's own, by ISO 4217 code. */
export type MinorUnitFactors = Readonly<Record<string, number>>;

/**
 * Turns rates between whole units (1 JPY = 0.0067 USD) into factors between minor ones (1 yen = 0.67 cents). Currencies
 * that are not in ISO 4217 have none.
 * @param currency of the workspace, whose own factor is 1
 * @param rates units of `currency` that one unit of another is worth
 */
export function minorUnitFactors(
  currency: string,
  rates: Readonly<Record<string, number>>,
): MinorUnitFactors {
  const digits = minorUnitDigits(currency);
  const factors = Object.entries(rates)
    .filter(([code]) => isCurrency(code))
    .map(([code, rate]) => [code, rate * 10 ** (digits - minorUnitDigits(code))] as const);
  return { ...Object.fromEntries(factors), [currency]: 1 };
}

/** An amount in minor units of the workspace's currency, rounded; null where the currency has no rate. */
export function convertCents(cents: number, currency: string, factors: MinorUnitFactors): number | null {
  const factor = factors[currency];
  return factor === undefined ? null : Math.round(cents * factor);
}
