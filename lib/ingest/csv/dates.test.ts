import { describe, expect, it } from 'vitest';
import { DATE_FORMAT_EXAMPLES, DATE_FORMATS, type DateFormat } from './date-formats';
import { detectDateFormat } from './detect-date-format';
import { parseDate } from './parse-date';

const read = (text: string, format: DateFormat, timeZone?: string) => {
  const parsed = parseDate(text, format, timeZone);
  return 'date' in parsed ? parsed.date.toISOString() : parsed.error;
};

describe('parseDate', () => {
  it.each([
    ['2019-11-08', 'year-month-day', '2019-11-08T00:00:00.000Z'],
    ['2019/11/8', 'year-month-day', '2019-11-08T00:00:00.000Z'],
    ['20191108', 'year-month-day', '2019-11-08T00:00:00.000Z'],
    ['2024-01-01T10:00:00.000Z', 'year-month-day', '2024-01-01T10:00:00.000Z'],
    ['2024-01-01T10:00:00.123456+02:00', 'year-month-day', '2024-01-01T08:00:00.123Z'],
    ['2024-01-01 10:00:00 -0530', 'year-month-day', '2024-01-01T15:30:00.000Z'],
    ['2024-01-01 10:00 UTC', 'year-month-day', '2024-01-01T10:00:00.000Z'],
    ['28-07-2023 03:00', 'day-month-year', '2023-07-28T03:00:00.000Z'],
    ['28.07.2023, 23:59:59', 'day-month-year', '2023-07-28T23:59:59.000Z'],
    ['4/22/2016 19:57:50', 'month-day-year', '2016-04-22T19:57:50.000Z'],
    ['4/22/2016 12:05 AM', 'month-day-year', '2016-04-22T00:05:00.000Z'],
    ['4/22/2016 12:05:09 p.m.', 'month-day-year', '2016-04-22T12:05:09.000Z'],
    ['4/22/2016 7pm', 'month-day-year', null],
    ['8 Nov 2019', 'month-name-year', '2019-11-08T00:00:00.000Z'],
    ['Nov 8, 2019', 'month-name-year', '2019-11-08T00:00:00.000Z'],
    ['November 8th, 2019 at 4:05 PM', 'month-name-year', '2019-11-08T16:05:00.000Z'],
    ['Fri, 08 Nov 2019 10:00:00 GMT', 'month-name-year', '2019-11-08T10:00:00.000Z'],
    ['Fri Nov 08 2019 10:00:00 GMT+0100 (CET)', 'month-name-year', '2019-11-08T09:00:00.000Z'],
    ['1er janvier 2024', 'month-name-year', '2024-01-01T00:00:00.000Z'],
    ['8 févr. 2024', 'month-name-year', '2024-02-08T00:00:00.000Z'],
    ['lundi 15 août 2022 à 10h30', 'month-name-year', '2022-08-15T10:30:00.000Z'],
    ['8. März 2019', 'month-name-year', '2019-03-08T00:00:00.000Z'],
    ['8 de noviembre de 2019', 'month-name-year', '2019-11-08T00:00:00.000Z'],
    ['8 settembre 2019', 'month-name-year', '2019-09-08T00:00:00.000Z'],
    ['8 de março de 2019', 'month-name-year', '2019-03-08T00:00:00.000Z'],
    ['2019-Nov-08', 'month-name-year', '2019-11-08T00:00:00.000Z'],
    ['08-Nov-19', 'month-name-20yy', '2019-11-08T00:00:00.000Z'],
    ['31/12/24', 'day-month-20yy', '2024-12-31T00:00:00.000Z'],
    ['1573171200', 'epoch-seconds', '2019-11-08T00:00:00.000Z'],
    ['1573171200123', 'epoch-milliseconds', '2019-11-08T00:00:00.123Z'],
    ['43777', 'excel-serial', '2019-11-08T00:00:00.000Z'],
    ['43777.5', 'excel-serial', '2019-11-08T12:00:00.000Z'],
    ['29.02.2024', 'day-month-year', '2024-02-29T00:00:00.000Z'],
  ] as const)('reads %j as %s', (text, format, iso) => {
    if (iso === null) expect(read(text, format)).toContain('is not a date like');
    else expect(read(text, format)).toBe(iso);
  });

  it.each(DATE_FORMATS)('reads its own example of %s', (format) => {
    expect(read(DATE_FORMAT_EXAMPLES[format], format)).toBe('2024-12-31T00:00:00.000Z');
  });

  it.each([
    ['31/02/2024', 'day-month-year'],
    ['29/02/2023', 'day-month-year'],
    ['13/13/2024', 'month-day-year'],
    ['00/01/2024', 'day-month-year'],
    ['31 June 2024', 'month-name-year'],
  ] as const)('refuses %j, which is no day', (text, format) => {
    expect(read(text, format)).toContain('not a day of the calendar');
  });

  it.each([
    ['03/04/24', 'day-month-year'],
    ['2024-01-01 25:00', 'year-month-day'],
    ['2024-01-01 10:60', 'year-month-day'],
    ['2024-01-01 13:00 PM', 'year-month-day'],
    ['2024-01-01 soon', 'year-month-day'],
    ['2024-01/01', 'year-month-day'],
    ['12.5', 'year-month-day'],
    ['8 Foo 2019', 'month-name-year'],
    ['', 'year-month-day'],
    ['12', 'excel-serial'],
  ] as const)('refuses %j as %s', (text, format) =>
    expect(read(text, format)).toContain('is not a date like'),
  );

  it('reads wall clocks of a zone, also where they jump', () => {
    expect(read('2024-07-01 12:00', 'year-month-day', 'Europe/Paris')).toBe('2024-07-01T10:00:00.000Z');
    expect(read('2024-01-01', 'year-month-day', 'America/New_York')).toBe('2024-01-01T05:00:00.000Z');
    expect(read('2024-07-01 12:00Z', 'year-month-day', 'Europe/Paris')).toBe('2024-07-01T12:00:00.000Z');
    expect(read('2024-10-27 02:30', 'year-month-day', 'Europe/Paris')).toBe('2024-10-27T00:30:00.000Z');
    expect(read('2024-10-27 03:00', 'year-month-day', 'Europe/Paris')).toBe('2024-10-27T02:00:00.000Z');
    expect(read('2024-03-31 02:30', 'year-month-day', 'Europe/Paris')).toBe('2024-03-31T01:30:00.000Z');
    expect(read('2024-03-31 03:00', 'year-month-day', 'Europe/Paris')).toBe('2024-03-31T01:00:00.000Z');
    expect(read('2024-11-03 01:30', 'year-month-day', 'America/New_York')).toBe('2024-11-03T05:30:00.000Z');
  });
});

describe('detectDateFormat', () => {
  it.each([
    [['2019/11/8', '2020/3/7'], 'year-month-day'],
    [['03/04/2024', '13/04/2024'], 'day-month-year'],
    [['03/04/2024', '04/13/2024', ''], 'month-day-year'],
    [['8 Nov 2019', 'Nov 8, 2019'], 'month-name-year'],
    [['1573171200', '1573171201'], 'epoch-seconds'],
    [['1573171200123'], 'epoch-milliseconds'],
    [['31/12/24', '01/12/99'], 'day-month-20yy'],
    [['2024-01-01T00:00:00Z', '2024-01-02'], 'year-month-day'],
  ])('finds %j to be %s', (samples, format) => {
    expect(detectDateFormat(samples)).toEqual({ kind: 'found', format });
  });

  it('asks when nothing settles the order, with the readings of the first value that differs', () => {
    expect(detectDateFormat(['03/03/2024', '03/04/2024', '12/11/2024'])).toEqual({
      kind: 'ambiguous',
      candidates: [
        { format: 'day-month-year', example: '03/04/2024', reading: '2024-04-03' },
        { format: 'month-day-year', example: '03/04/2024', reading: '2024-03-04' },
      ],
    });
    expect(detectDateFormat(['03/03/2024']).kind).toBe('ambiguous');
  });

  it('offers all three orders of two-digit years', () => {
    const found = detectDateFormat(['03/04/05']);
    expect(found.kind === 'ambiguous' && found.candidates.map(({ format }) => format)).toEqual([
      'day-month-20yy',
      'month-day-20yy',
      '20yy-month-day',
    ]);
  });

  it('tolerates a few cells that are no dates, but not two formats in one column', () => {
    const days = Array.from({ length: 28 }, (_, day) => `${day + 1}/02/2024`);
    expect(detectDateFormat([...days, 'unknown'])).toEqual({ kind: 'found', format: 'day-month-year' });
    const few = ['2024-01-15', '2024-02-20', '2024-03-01', '2024-04-30'];
    expect(detectDateFormat([...few, '2024-02-31'])).toEqual({ kind: 'found', format: 'year-month-day' });
    expect(detectDateFormat([...few, '2024-02-31', 'none'])).toMatchObject({ kind: 'none' });
    expect(detectDateFormat([...days, '02/29/2024'])).toMatchObject({ kind: 'none' });
  });

  it('takes beside any format those that cannot be mistaken', () => {
    const written = ['5/02/2024', '13/02/2024', '2024-02-29', 'Tue, 05 Mar 2024 10:00:00 +0100'];
    expect(detectDateFormat(written)).toEqual({ kind: 'found', format: 'day-month-year' });
    expect(detectDateFormat(written.slice(2))).toEqual({ kind: 'found', format: 'year-month-day' });
    expect(detectDateFormat(['03/04/2024', '2024-02-29']).kind).toBe('ambiguous');
    const days = written.map((text) => parseDate(text, 'day-month-year'));
    expect(days.map((day) => 'date' in day && day.date.toISOString())).toEqual([
      '2024-02-05T00:00:00.000Z',
      '2024-02-13T00:00:00.000Z',
      '2024-02-29T00:00:00.000Z',
      '2024-03-05T09:00:00.000Z',
    ]);
    expect(parseDate('12122024', 'day-month-year')).toHaveProperty('error');
  });

  it.each([
    [['7', '12', '30']],
    [['hello']],
    [[]],
    [['45657']],
    [['07:35', '11:01:14:06:00:35']],
    [['1.234,50', '3.2']],
  ])('finds no dates in %j', (samples) => expect(detectDateFormat(samples).kind).toBe('none'));
});
