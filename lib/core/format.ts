/**
 * Numbers, money and dates as people read them. The locale and the time zone are fixed, so that the server, the browser
 * and an export say the same thing on every machine.
 */
const LOCALE = 'en';
const MINUS = '−';
const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A whole number with separators, or with up to `digits` decimals: "12,400", "0.37". A minus is a real minus sign. */
export function formatNumber(value: number, digits = 0): string {
  return realMinus(value.toLocaleString(LOCALE, { maximumFractionDigits: digits }));
}

/** A number with exactly `digits` decimals, so that figures in a column line up: "71.0", "0.45". */
export function formatFixed(value: number, digits: number): string {
  return realMinus(
    value.toLocaleString(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
}

/** A large count in three figures: "12.4K", "1.02M"; below 10,000 in full. */
export function formatCompact(value: number): string {
  if (Math.abs(value) < 10_000) return formatNumber(value);
  return realMinus(value.toLocaleString(LOCALE, { notation: 'compact', maximumSignificantDigits: 3 }));
}

/** "1 account", "412 accounts"; an irregular plural is given. */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(count)} ${count === 1 ? noun : plural}`;
}

/** A score in points (NPS, -100..100) with its sign: "+32", "−4", "0". */
export function formatPoints(points: number, digits = 0): string {
  const text = formatNumber(points, digits);
  return points > 0 && text !== '0' ? `+${text}` : text;
}

/**
 * A share 0..1 as a percentage with as many digits as a reader needs: two figures below 10 %, whole above. What is
 * neither none nor all never reads as "0%" or "100%".
 */
export function formatPercent(share: number): string {
  const percent = share * 100;
  const size = Math.abs(percent);
  if (size > 0 && size < 0.1) return percent < 0 ? `>${MINUS}0.1%` : '<0.1%';
  if (percent > 99.5 && percent < 100) return '>99%';
  return `${formatNumber(percent, size < 9.95 ? 1 : 0)}%`;
}

/** An amount in minor units in full: (123456, "EUR") is "€1,234.56". Currencies without cents are known to Intl. */
export function formatMoney(amountMinor: number, currency: string): string {
  const style = new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  return realMinus(style.format(toMajor(amountMinor, style)));
}

/** An amount in minor units in three figures (or as many as given), for cards, tables and axes: "$1.24M", "€340K", "$950". */
export function formatMoneyCompact(amountMinor: number, currency: string, figures = 3): string {
  const base = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const major = toMajor(amountMinor, new Intl.NumberFormat(LOCALE, base));
  const style: Intl.NumberFormatOptions =
    Math.abs(major) < 1000
      ? { maximumFractionDigits: 0 }
      : { notation: 'compact', maximumSignificantDigits: figures, minimumFractionDigits: 0 };
  return realMinus(major.toLocaleString(LOCALE, { ...base, ...style }));
}

/**
 * "$120K to $1.9M": the limits of an interval, with two figures from thousands on. Those of 200 bootstraps shift by some per cent from seed to
 * seed, so a third figure would be chance.
 */
export function formatMoneyRange(low: number, high: number, currency: string): string {
  return `${formatMoneyCompact(low, currency, 2)} to ${formatMoneyCompact(high, currency, 2)}`;
}

/** "4 Mar 2024", in UTC; the month is a word, so no reader can take it for April. */
export function formatDate(date: Date): string {
  return `${date.getUTCDate()} ${formatMonth(date)}`;
}

/** "4 Mar 2024 to 9 May 2024", in UTC; one day stands alone. */
export function formatDays(first: Date, last: Date): string {
  const [from, to] = [formatDate(first), formatDate(last)];
  return from === to ? from : `${from} to ${to}`;
}

/** "Mar 2024", in UTC. */
export function formatMonth(date: Date): string {
  const month = date.toLocaleString(LOCALE, { month: 'short', timeZone: 'UTC' });
  return `${month} ${date.getUTCFullYear()}`;
}

/** "4 Mar 2024, 09:05 UTC". */
export function formatDateTime(date: Date): string {
  return `${formatDate(date)}, ${date.toISOString().slice(11, 16)} UTC`;
}

/** How long ago, or how soon, seen from `now`: "just now", "5 minutes ago", "yesterday", "in 3 months". */
export function formatRelative(date: Date, now: Date): string {
  const elapsedMs = date.getTime() - now.getTime();
  const size = Math.abs(elapsedMs);
  const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });
  const count = (unitMs: number, unit: Intl.RelativeTimeFormatUnit) =>
    relative.format(Math.trunc(elapsedMs / unitMs), unit);
  // The clock that wrote a moment may be a little ahead of ours.
  if (size < MINUTE_MS) return elapsedMs > 5000 ? 'within a minute' : 'just now';
  if (size < HOUR_MS) return count(MINUTE_MS, 'minute');
  if (size < DAY_MS) return count(HOUR_MS, 'hour');
  if (size < 30 * DAY_MS) return count(DAY_MS, 'day');
  if (size < 365 * DAY_MS) return count(30 * DAY_MS, 'month');
  return count(365 * DAY_MS, 'year');
}

/** A length of time in its two largest units: "42 s", "3 min 20 s", "2 h 5 min". */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return joinUnits(Math.floor(whole / 60), 'min', whole % 60, 's');
  return joinUnits(Math.floor(whole / 3600), 'h', Math.floor((whole % 3600) / 60), 'min');
}

/** A moment of a call, as players show it: "0:06", "1:02:03". */
export function formatClock(seconds: number): string {
  const [hours, minutes, left] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(left)}` : `${minutes}:${two(left)}`;
}

/** A file's size in decimal units: "820 B", "1.4 MB". */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${formatNumber(value, step > 0 && value < 10 ? 1 : 0)} ${units[step]}`;
}

function joinUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

function toMajor(amountMinor: number, style: Intl.NumberFormat): number {
  return amountMinor / 10 ** (style.resolvedOptions().maximumFractionDigits ?? 2);
}

/** What is rounded to nothing has no sign. */
function realMinus(text: string): string {
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text.replace('-', MINUS);
}
