/**
 * How the dates of a column are written, which is the order of their parts: separators (- / . or a space) and a
 * time of day after the date vary freely within a format, since neither can be read in two ways.
 */
export const DATE_FORMATS = [
  'year-month-day',
  'day-month-year',
  'month-day-year',
  'day-month-20yy',
  'month-day-20yy',
  '20yy-month-day',
  'month-name-year',
  'month-name-20yy',
  'epoch-seconds',
  'epoch-milliseconds',
  'excel-serial',
] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** What each format looks like, for the import screen; the example is 31 December 2024. */
export const DATE_FORMAT_EXAMPLES: Record<DateFormat, string> = {
  'year-month-day': '2024-12-31',
  'day-month-year': '31/12/2024',
  'month-day-year': '12/31/2024',
  'day-month-20yy': '31/12/24',
  'month-day-20yy': '12/31/24',
  '20yy-month-day': '24-12-31',
  'month-name-year': '31 Dec 2024',
  'month-name-20yy': '31-Dec-24',
  'epoch-seconds': '1735603200',
  'epoch-milliseconds': '1735603200000',
  'excel-serial': '45657',
};
