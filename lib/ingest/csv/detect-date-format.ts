import { DATE_FORMATS, type DateFormat } from './date-formats';
import { parseDateAs, UNMISTAKABLE } from './parse-date';

/** What the values of a column say about its dates. `reading` is an ISO day, `example` the value it was read from. */
export type DateDetection =
  | { kind: 'found'; format: DateFormat }
  | { kind: 'ambiguous'; candidates: { format: DateFormat; example: string; reading: string }[] }
  | { kind: 'none'; examples: string[] };

// A column with a few cells such as "unknown" is still a column of dates; those rows are errors at import.
const SHARE_THAT_FITS = 0.9;
// What is named as a date is one although more of its cells are wrong: they are listed, which a lost column is not.
const SHARE_THAT_FITS_A_NAME = 0.5;
// Of a few values one may be wrong: a short file with one slip of the pen would else lose its column of dates.
const FEWEST_WITH_ONE_WRONG = 5;

// Longer than any date with weekday, time and zone is something else; it saves trying every format on prose.
const LIKE_A_DATE = /^(?=.*\d).{6,80}$/;

// Any number is an Excel serial, so that format is only used when a person chooses it.
const DETECTABLE = DATE_FORMATS.filter((format) => format !== 'excel-serial');

function readDay(text: string, format: DateFormat): string | null {
  const parsed = parseDateAs(text, format);
  if ('error' in parsed) return null;
  const year = parsed.date.getUTCFullYear();
  // Numbers outside this range are identifiers rather than epochs or compact dates.
  return year >= 1900 && year <= 2100 ? parsed.date.toISOString().slice(0, 10) : null;
}

/** The readings of all values; none as soon as more of them miss the format than may. */
function readAll(values: readonly string[], format: DateFormat, allowedMisses: number): (string | null)[] {
  const days: (string | null)[] = [];
  let misses = 0;
  for (const value of values) {
    const day = readDay(value, format);
    if (day === null && ++misses > allowedMisses) return [];
    days.push(day);
  }
  return days;
}

/**
 * The format of a column of dates from a sample of its values (the first 1,000 rows or more); blanks are ignored. Values in
 * a format that cannot be mistaken are read whatever the others are, so these others decide. A format is found when it
 * alone fits, which one value with a day above 12 is enough for. When several fit every value equally, it is ambiguous and
 * has to be asked about: each candidate comes with its reading of the first value they read differently. A column in which
 * some values fit only one format and some only another has none.
 * @param isNamedSo whether the column is called a date
 */
export function detectDateFormat(
  samples: readonly string[],
  { isNamedSo = false }: { isNamedSo?: boolean } = {},
): DateDetection {
  const values = [...new Set(samples.map((sample) => sample.trim()).filter((sample) => sample !== ''))];
  const first = values.slice(0, 3);
  const allowedMisses = Math.max(
    values.length >= FEWEST_WITH_ONE_WRONG ? 1 : 0,
    Math.floor(values.length * (1 - (isNamedSo ? SHARE_THAT_FITS_A_NAME : SHARE_THAT_FITS)) + 1e-9),
  );
  if (values.filter((value) => !LIKE_A_DATE.test(value)).length > allowedMisses)
    return { kind: 'none', examples: first };
  const [plain = 0, named = 0] = UNMISTAKABLE.map(
    (format) => values.filter((value) => readDay(value, format) !== null).length,
  );
  const others = values.filter((value) => UNMISTAKABLE.every((format) => readDay(value, format) === null));
  if (plain + named > 0 && others.length <= allowedMisses)
    return { kind: 'found', format: plain >= named ? 'year-month-day' : 'month-name-year' };
  return detectAmong(others, allowedMisses, first);
}

/** The one format of values, of those that can be mistaken for one another. */
function detectAmong(values: readonly string[], allowedMisses: number, examples: string[]): DateDetection {
  const readings = new Map<DateFormat, (string | null)[]>();
  for (const format of DETECTABLE) readings.set(format, readAll(values, format, allowedMisses));
  const countOf = (format: DateFormat) => readings.get(format)?.filter((day) => day !== null).length ?? 0;
  const most = Math.max(...DETECTABLE.map(countOf));
  if (most === 0) return { kind: 'none', examples };
  const formats = DETECTABLE.filter((format) => countOf(format) === most);
  const [best] = formats;
  const misread = values.filter((_, row) => best && readings.get(best)?.[row] === null);
  const otherwise = misread.filter((value) => DETECTABLE.some((format) => readDay(value, format) !== null));
  if (!best || otherwise.length > 0) {
    const read = values.find((_, row) => best && readings.get(best)?.[row] !== null);
    return { kind: 'none', examples: [read ?? '', ...otherwise].slice(0, 3) };
  }
  if (formats.length === 1) return { kind: 'found', format: best };
  const differing = values.findIndex(
    (_, row) => new Set(formats.map((format) => readings.get(format)?.[row])).size > 1,
  );
  const row = Math.max(differing, 0);
  const candidates = formats.map((format) => ({
    format,
    example: values[row] ?? '',
    reading: readings.get(format)?.[row] ?? '',
  }));
  return { kind: 'ambiguous', candidates };
}
