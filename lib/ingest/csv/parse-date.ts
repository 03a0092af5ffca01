import { DATE_FORMAT_EXAMPLES, type DateFormat } from './date-formats';
import { findMonth, isWeekday } from './month-names';
import { toInstant } from './time-zone';

interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

const DAY = 86_400_000;
const UNEVEN_SPACE = /[^\S ]| {2}/;
const STARTS_WITH_DIGIT = /^\d/;
const NUMERIC = /^(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})\.?(?![\d:])/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?=$|[T ])/;
const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[-/. ]+(?:de |d')?(\p{L}+)\.?,?[-/. ]+(?:de |del )?(\d{4}|\d\d)(?![\d:])/iu;
const MONTH_FIRST = /^(\p{L}+)\.?[-/. ]+(\d{1,2})(?:st|nd|rd|th)?,?[-/. ]+(\d{4}|\d\d)(?![\d:])/iu;
const YEAR_FIRST = /^(\d{4})[-/. ]+(\p{L}+)\.?[-/. ]+(\d{1,2})(?![\d:])/iu;
// The clock of JavaScript and of log files puts the year last: Fri Nov 08 10:00:00 2019 is not read.
const TIME =
  /^(?:T|,? +(?:at |à |um |a las )?|, ?)(\d{1,2})[:h](\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?([ap])\.?m\.?)?(?: ?(Z|UTC|GMT)?(?:([+-])(\d\d):?(\d\d)?)?)?(?: \(.+\))?$/i;

const PARTS: Partial<Record<DateFormat, { order: string; yearDigits: 2 | 4 }>> = {
  'year-month-day': { order: 'ymd', yearDigits: 4 },
  'day-month-year': { order: 'dmy', yearDigits: 4 },
  'month-day-year': { order: 'mdy', yearDigits: 4 },
  'day-month-20yy': { order: 'dmy', yearDigits: 2 },
  'month-day-20yy': { order: 'mdy', yearDigits: 2 },
  '20yy-month-day': { order: 'ymd', yearDigits: 2 },
};

/** Finds day, month and year at the beginning of a text, and what follows them. */
function splitDay(
  text: string,
  format: DateFormat,
): { parts: [string, string, string]; rest: string } | null {
  const spec = PARTS[format];
  if (spec) {
    const match = NUMERIC.exec(text) ?? (format === 'year-month-day' ? COMPACT.exec(text) : null);
    if (!match) return null;
    const [a = '', b = '', c = ''] = match.length === 5 ? [match[1], match[3], match[4]] : match.slice(1);
    const found: Record<string, string> = {};
    [a, b, c].forEach((part, at) => {
      found[spec.order.charAt(at)] = part;
    });
    const { y = '', m = '', d = '' } = found;
    if (y.length !== spec.yearDigits || m.length > 2 || d.length > 2) return null;
    return { parts: [y, m, d], rest: text.slice(match[0].length) };
  }
  const named = splitNamedDay(text);
  const digits = format === 'month-name-year' ? 4 : 2;
  return named && named.parts[0].length === digits ? named : null;
}

function splitNamedDay(text: string): { parts: [string, string, string]; rest: string } | null {
  const orders = [
    [DAY_FIRST, 3, 2, 1],
    [MONTH_FIRST, 3, 1, 2],
    [YEAR_FIRST, 1, 2, 3],
  ] as const;
  for (const [pattern, year, month, day] of orders) {
    const match = pattern.exec(text);
    const number = match ? findMonth(match[month] ?? '') : null;
    if (match && number) {
      return {
        parts: [match[year] ?? '', String(number), match[day] ?? ''],
        rest: text.slice(match[0].length),
      };
    }
  }
  return null;
}

function isRealDay({ year, month, day }: CalendarDay): boolean {
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(year, month, 0)).getUTCDate() &&
    year >= 1000
  );
}

/** Milliseconds of the day and the written offset from UTC (null where none is written), or null when it is no time. */
function parseTime(text: string): { time: number; offset: number | null } | null {
  if (text.trim() === '') return { time: 0, offset: null };
  const match = TIME.exec(text);
  if (!match) return null;
  const [
    ,
    hours = '',
    minutes = '',
    seconds = '0',
    fraction = '0',
    half,
    zone,
    sign,
    zoneHours = '0',
    zoneMinutes,
  ] = match;
  const isHalfDay = half !== undefined;
  const written = Number(hours);
  if (written > (isHalfDay ? 12 : 23) || (isHalfDay && written === 0) || Number(minutes) > 59) return null;
  if (Number(seconds) > 59 || Number(zoneHours) > 14 || Number(zoneMinutes ?? 0) > 59) return null;
  const hour = isHalfDay ? (written % 12) + (half?.toLowerCase() === 'p' ? 12 : 0) : written;
  const time =
    ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 +
    Math.floor(Number(`0.${fraction}`) * 1000);
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes ?? 0)) * 60_000 * (sign === '-' ? -1 : 1);
  return { time, offset: zone || sign ? offset : null };
}

function parseNumber(text: string, format: DateFormat, timeZone: string): Date | null {
  if (format === 'epoch-seconds')
    return /^\d{9,10}(\.\d+)?$/.test(text) ? new Date(Math.round(Number(text) * 1000)) : null;
  if (format === 'epoch-milliseconds') return /^\d{12,13}$/.test(text) ? new Date(Number(text)) : null;
  // Days since 30 December 1899; days before 1 March 1900 are wrong in spreadsheets and not read.
  if (!/^\d{2,6}([.,]\d+)?$/.test(text)) return null;
  const days = Number(text.replace(',', '.'));
  if (days < 61 || days >= 2_958_466) return null;
  return new Date(toInstant(Date.UTC(1899, 11, 30) + Math.round(days * DAY), timeZone));
}

/** Formats that no other is taken for, however a column writes its other dates. */
export const UNMISTAKABLE = ['year-month-day', 'month-name-year'] as const satisfies DateFormat[];

/**
 * Reads a date, with or without a time of day, in the format of its column, or in one that cannot be mistaken: by year,
 * month and day with separators, or with the month's name and all digits of the year. Days that no calendar has
 * (31 February) and any text left over are errors. Where no offset is written, the time is that of `timeZone` (IANA name).
 */
export function parseDate(
  text: string,
  format: DateFormat,
  timeZone = 'UTC',
): { date: Date } | { error: string } {
  const own = parseDateAs(text, format, timeZone);
  if ('date' in own || COMPACT.test(text.trim())) return own;
  for (const other of UNMISTAKABLE) {
    const read = other === format ? own : parseDateAs(text, other, timeZone);
    if ('date' in read) return read;
  }
  return own;
}

/** Reads a date in one format only. */
export function parseDateAs(
  text: string,
  format: DateFormat,
  timeZone = 'UTC',
): { date: Date } | { error: string } {
  const trimmed = UNEVEN_SPACE.test(text) ? text.trim().replace(/\s+/g, ' ') : text.trim();
  const misfit = { error: `"${text}" is not a date like ${DATE_FORMAT_EXAMPLES[format]}` };
  if (format === 'epoch-seconds' || format === 'epoch-milliseconds' || format === 'excel-serial') {
    const date = parseNumber(trimmed, format, timeZone);
    return date ? { date } : misfit;
  }
  const weekday = STARTS_WITH_DIGIT.test(trimmed) ? null : /^(\p{L}+)\.?,? +/u.exec(trimmed);
  const bare = weekday && isWeekday(weekday[1] ?? '') ? trimmed.slice(weekday[0].length) : trimmed;
  const split = splitDay(bare, format);
  const clock = split && parseTime(split.rest);
  if (!split || !clock) return misfit;
  const [year, month, day] = split.parts.map(Number) as [number, number, number];
  const calendarDay = { year: split.parts[0].length === 2 ? 2000 + year : year, month, day };
  if (!isRealDay(calendarDay))
    return { error: `"${text}" is not a day of the calendar, read as ${DATE_FORMAT_EXAMPLES[format]}` };
  const wallClock = Date.UTC(calendarDay.year, month - 1, day) + clock.time;
  return {
    date: new Date(clock.offset === null ? toInstant(wallClock, timeZone) : wallClock - clock.offset),
  };
}
