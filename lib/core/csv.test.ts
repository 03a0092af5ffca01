import { describe, expect, it } from 'vitest';
import { escapeCsvCell, formatCsvRow } from './csv';

describe('escapeCsvCell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+cmd|x', "'+cmd|x"],
    ['- too slow', "'- too slow"],
    ['-1+1', "'-1+1"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['＝1+1', "'＝1+1"],
    ['=HYPERLINK("x";1)', `"'=HYPERLINK(""x"";1)"`],
  ])('neutralises %j', (cell, text) => expect(escapeCsvCell(cell)).toBe(text));

  it.each(['-5', '+5', '-5.25', '1e-3', '0', 'a=b', 'plain'])('leaves %j as it is', (cell) =>
    expect(escapeCsvCell(cell)).toBe(cell),
  );

  it('quotes what would split a cell in any locale', () => {
    expect(escapeCsvCell('a;=b')).toBe('"a;=b"');
    expect(escapeCsvCell('say "no"')).toBe('"say ""no"""');
    expect(escapeCsvCell('two\nlines')).toBe('"two\nlines"');
    expect(escapeCsvCell('-5,25')).toBe('"-5,25"');
  });

  it('writes values that are not text', () => {
    expect(escapeCsvCell(-5)).toBe('-5');
    expect(escapeCsvCell(12n)).toBe('12');
    expect(escapeCsvCell(false)).toBe('false');
    expect(escapeCsvCell(null)).toBe('');
    expect(escapeCsvCell(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  });
});

describe('formatCsvRow', () => {
  it('ends every record with CRLF', () => {
    expect(formatCsvRow(['a', undefined, 3])).toBe('a,,3\r\n');
  });

  it('keeps a lone empty cell from becoming a blank line', () => {
    expect(formatCsvRow([''])).toBe('""\r\n');
  });
});
