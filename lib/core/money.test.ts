import { describe, expect, it } from 'vitest';
import { type DecimalMark, detectDecimal, formatMoney, minorUnitDigits, parseMoney } from './money';

const read = (text: string, currency: string, decimal: DecimalMark) => {
  const parsed = parseMoney(text, { currency, decimal });
  return 'cents' in parsed ? parsed.cents : parsed.error;
};

describe('minorUnitDigits', () => {
  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
    ['HUF', 2],
    ['COP', 2],
    ['IQD', 3],
  ])('%s has %i', (currency, digits) => expect(minorUnitDigits(currency)).toBe(digits));

  it('throws on what is no currency', () => {
    expect(() => minorUnitDigits('eur')).toThrow('ISO 4217');
    expect(() => minorUnitDigits('QQQ')).toThrow('ISO 4217');
  });
});

describe('parseMoney', () => {
  it.each([
    ['€1.234,50', 'EUR', ',', 123450],
    ['$ 1,234.50', 'USD', '.', 123450],
    ['US$1,234.50', 'USD', '.', 123450],
    ['usd 12', 'USD', '.', 1200],
    ['1 234,50 €', 'EUR', ',', 123450],
    ['1\u202f234,50\u00a0€', 'EUR', ',', 123450],
    ["1'234.50", 'CHF', '.', 123450],
    ['CHF 1’234.50', 'CHF', '.', 123450],
    ['(12.30)', 'USD', '.', -1230],
    ['($12.30)', 'USD', '.', -1230],
    ['-$12.30', 'USD', '.', -1230],
    ['$-12.30', 'USD', '.', -1230],
    ['−12,30 €', 'EUR', ',', -1230],
    ['12.30-', 'EUR', '.', -1230],
    ['.5', 'EUR', '.', 50],
    ['12.', 'EUR', '.', 1200],
    ['0', 'EUR', '.', 0],
    ['-0', 'EUR', '.', 0],
    ['R$ 10,00', 'BRL', ',', 1000],
    ['12,34,567.80', 'INR', '.', 123456780],
    ['¥1,234', 'JPY', '.', 1234],
    ['1234.00', 'JPY', '.', 1234],
    ['1.234', 'KWD', '.', 1234],
    ['34.8999999999', 'EUR', '.', 3490],
    ['34.99999999', 'EUR', '.', 3500],
    ['1200000', 'USD', '.', 120000000],
    ['90071992547409.91', 'USD', '.', 9007199254740991],
  ] as const)('reads %s in %s with %s', (text, currency, decimal, cents) =>
    expect(read(text, currency, decimal)).toBe(cents),
  );

  it.each([
    ['12.5k', 'USD', '.'],
    ['', 'USD', '.'],
    ['$', 'USD', '.'],
    ['.', 'USD', '.'],
    ['--5', 'USD', '.'],
    ['+-5', 'USD', '.'],
    ['(-5)-', 'USD', '.'],
    ['€12', 'USD', '.'],
    ['12 EUR', 'USD', '.'],
    ['1,23.45', 'USD', '.'],
    ['1,2345', 'USD', '.'],
    ['1.234.567', 'USD', '.'],
    ['1,234.5', 'USD', ','],
    ['1e3', 'USD', '.'],
    ['NaN', 'USD', '.'],
    ['0x10', 'USD', '.'],
    ['1.2.3', 'EUR', '.'],
  ] as const)('refuses %j in %s with %s', (text, currency, decimal) =>
    expect(read(text, currency, decimal)).toMatch(/is not an amount/),
  );

  it('refuses decimals the currency does not have rather than dropping them', () => {
    expect(read('1.234', 'EUR', '.')).toBe('"1.234" has more than the 2 decimals of EUR');
    expect(read('12.50', 'JPY', '.')).toBe('"12.50" has more than the 0 decimals of JPY');
  });

  it('refuses what no safe integer holds', () => {
    expect(read('90071992547409.92', 'USD', '.')).toMatch('too large');
  });
});

describe('formatMoney', () => {
  it('shows every digit of the currency', () => {
    expect(formatMoney(123450, 'EUR', 'en')).toBe('€1,234.50');
    expect(formatMoney(123450, 'EUR', 'fr').replace(/\s/g, ' ')).toBe('1 234,50 €');
    expect(formatMoney(1234, 'JPY', 'en')).toBe('¥1,234');
    expect(formatMoney(150, 'HUF', 'en').replace(/\s/g, ' ')).toBe('HUF 1.50');
  });
});

describe('detectDecimal', () => {
  it.each([
    [['1,234'], 'ambiguous'],
    [['1.234', '12.345'], 'ambiguous'],
    [['1,234', '1,50'], ','],
    [['1,234', '1.50'], '.'],
    [['1.234,50'], ','],
    [['1,234,567'], '.'],
    [['0,125'], ','],
    [['1234,567'], ','],
    [['1 234,500 €'], ','],
    [['12', '7', '', 'n/a'], '.'],
    [['1,5', '1.5'], 'ambiguous'],
    [['12.85', '34.9', '1.234'], '.'],
  ])('%j is %s', (samples, decimal) => expect(detectDecimal(samples)).toBe(decimal));
});
