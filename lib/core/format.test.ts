import { describe, expect, it, test } from 'vitest';
import {
  formatBytes,
  formatClock,
  formatCompact,
  formatCount,
  formatDate,
  formatDateTime,
  formatDays,
  formatDuration,
  formatFixed,
  formatMoney,
  formatMoneyCompact,
  formatMoneyRange,
  formatMonth,
  formatNumber,
  formatPercent,
  formatPoints,
  formatRelative,
} from './format';

describe('numbers', () => {
  it('separates thousands and rounds to the digits asked for', () => {
    expect(formatNumber(12400)).toBe('12,400');
    expect(formatNumber(0.3678, 2)).toBe('0.37');
    expect(formatNumber(-3)).toBe('−3');
    expect(formatFixed(71, 1)).toBe('71.0');
    expect(formatFixed(-0.456, 2)).toBe('−0.46');
    expect(formatFixed(-0.04, 1)).toBe('0.0');
  });

  it.each([
    [9999, '9,999'],
    [12_400, '12.4K'],
    [1_020_000, '1.02M'],
    [-12_400, '−12.4K'],
  ])('shortens %d to %s', (value, text) => expect(formatCompact(value)).toBe(text));

  it('counts in words', () => {
    expect(formatCount(1, 'account')).toBe('1 account');
    expect(formatCount(0, 'account')).toBe('0 accounts');
    expect(formatCount(2100, 'reply', 'replies')).toBe('2,100 replies');
  });
});

describe('formatPoints', () => {
  it.each([
    [32.4, '+32'],
    [-4, '−4'],
    [0, '0'],
    [-0.2, '0'],
    [0.2, '0'],
  ])('writes %d as %s', (points, text) => expect(formatPoints(points)).toBe(text));
  it('keeps digits when asked', () => expect(formatPoints(1.25, 1)).toBe('+1.3'));
});

describe('formatPercent', () => {
  it.each([
    [0, '0%'],
    [0.0004, '<0.1%'],
    [-0.0004, '>−0.1%'],
    [0.0421, '4.2%'],
    [0.0996, '10%'],
    [0.42, '42%'],
    [0.997, '>99%'],
    [1, '100%'],
    [-0.12, '−12%'],
  ])('writes %d as %s', (share, text) => expect(formatPercent(share)).toBe(text));
});

describe('money', () => {
  it('reads minor units by the currency', () => {
    expect(formatMoney(123456, 'EUR')).toBe('€1,234.56');
    expect(formatMoney(123456, 'JPY')).toBe('¥123,456');
    expect(formatMoney(-500, 'USD')).toBe('−$5.00');
  });
  it.each([
    [95_000, 'USD', '$950'],
    [34_000_000, 'EUR', '€340K'],
    [124_000_000, 'USD', '$1.24M'],
    [120_000_000, 'USD', '$1.2M'],
    [1_240_000, 'JPY', '¥1.24M'],
  ])('shortens %d %s to %s', (minor, currency, text) =>
    expect(formatMoneyCompact(minor, currency)).toBe(text),
  );
  it('gives limits two figures', () => {
    expect(formatMoneyRange(51_740_000, 123_400_000, 'USD')).toBe('$520K to $1.2M');
    expect(formatMoneyRange(0, 84_300, 'USD')).toBe('$0 to $843');
  });
});

describe('dates', () => {
  const date = new Date('2024-03-04T23:05:00Z');
  it('are in UTC with the month as a word', () => {
    expect(formatDate(date)).toBe('4 Mar 2024');
    expect(formatDays(date, date)).toBe('4 Mar 2024');
    expect(formatMonth(date)).toBe('Mar 2024');
    expect(formatDateTime(date)).toBe('4 Mar 2024, 23:05 UTC');
  });
  it.each([
    ['2024-03-04T23:05:30Z', 'just now'],
    ['2024-03-04T23:04:30Z', 'within a minute'],
    ['2024-03-04T23:10:00Z', '5 minutes ago'],
    ['2024-03-05T02:05:00Z', '3 hours ago'],
    ['2024-03-06T01:00:00Z', 'yesterday'],
    ['2024-06-20T00:00:00Z', '3 months ago'],
    ['2026-06-20T00:00:00Z', '2 years ago'],
    ['2024-03-02T23:05:00Z', 'in 2 days'],
  ])('seen from %s: %s', (now, text) => expect(formatRelative(date, new Date(now))).toBe(text));
});

describe('durations and sizes', () => {
  it.each([
    [42.4, '42 s'],
    [200, '3 min 20 s'],
    [180, '3 min'],
    [7500, '2 h 5 min'],
    [-3, '0 s'],
  ])('%d seconds is %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text));
  it.each([
    [820, '820 B'],
    [1000, '1 kB'],
    [1_430_000, '1.4 MB'],
    [32_000_000, '32 MB'],
  ])('%d bytes is %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
});

test.each([
  [6, '0:06'],
  [754, '12:34'],
  [3723, '1:02:03'],
])('%i seconds into a call are %s', (seconds, told) => expect(formatClock(seconds)).toBe(told));
