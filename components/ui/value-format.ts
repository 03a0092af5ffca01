import {
  formatCompact,
  formatFixed,
  formatMoneyCompact,
  formatPercent,
  formatPoints,
} from '@/lib/core/format';

/** How a number is to be read. Plain data, because a function cannot travel from the server to a browser component. */
export type ValueFormat =
  | { kind: 'count' }
  | { kind: 'decimal'; digits: number }
  | { kind: 'percent' }
  | { kind: 'points' }
  | { kind: 'money'; currency: string };

/** A number as text: counts compact, shares 0..1 as per cent, points signed, money from minor units. */
export function formatValue(value: number, format: ValueFormat): string {
  switch (format.kind) {
    case 'count':
      return formatCompact(value);
    case 'decimal':
      return formatFixed(value, format.digits);
    case 'percent':
      return formatPercent(value);
    case 'points':
      return formatPoints(value);
    case 'money':
      return formatMoneyCompact(value, format.currency);
  }
}

/** "28 to 36": the word, not a dash, so that it cannot be read as a minus sign. */
export function formatInterval(low: number, high: number, format: ValueFormat): string {
  return `${formatValue(low, format)} to ${formatValue(high, format)}`;
}
