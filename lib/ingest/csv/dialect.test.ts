import { describe, expect, it } from 'vitest';
import { describeRows, detectDialect } from './dialect';
import { previewCsv } from './preview';

const preview = (text: string) => previewCsv(new TextEncoder().encode(text), { isWholeFile: true });

describe('detectDialect', () => {
  it.each([
    ['a,b\n1,2\n', ','],
    ['a;b\n1;2,5\n3;4,5\n', ';'],
    ['a\tb\n1\t2, and, more\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['id;text\n1;"well, no; yes"\n2;fine, thanks\n3;ok, sure\n', ';'],
    ['text\nHello, world\nGood, cheap, fast\n', ','],
    ['id,text\n1,"a;b;c"\n2,"d;e;f"\n', ','],
  ])('finds the delimiter of %j', (text, delimiter) => {
    expect(detectDialect(text, true).delimiter).toBe(delimiter);
  });

  it('does not read a column of prose as several', () => {
    expect(preview('text\nHello, world\nNo, thanks\n').header).toEqual(['text']);
  });

  it('honours the sep line of Excel', () => {
    const { dialect, header, rows } = preview('sep=;\r\na,x;b\r\n1;2\r\n');
    expect(dialect).toMatchObject({ delimiter: ';', hasSepLine: true, recordDelimiter: '\r\n' });
    expect({ header, rows }).toEqual({ header: ['a,x', 'b'], rows: [['1', '2']] });
  });

  it.each([
    ['a,b\r\n1,2\r\n', '\r\n'],
    ['a,b\n1,2', '\n'],
    ['a,b\r1,2\r', '\r'],
  ])('finds the line ends of %j', (text, recordDelimiter) => {
    expect(detectDialect(text, true).recordDelimiter).toBe(recordDelimiter);
  });

  it.each([
    ['id,text\n1,good\n2,bad\n', true],
    ['1,good\n2,bad\n', false],
    ['good,x@example.com\nbad,y@example.com\n', false],
    ['2024-01-01,good\n2024-01-02,bad\n', false],
    ['positive,great\nnegative,awful\npositive,nice\npositive,fine\n', false],
    ['region,2023,2024\nnorth,1,2\n', true],
    ['id,Reports,Exports\na,Reports,\nb,,Exports\nc,Reports,Exports\nd,Reports,\n', true],
    ['#,Exports,Submit Date (UTC)\na,Exports,x\nb,Exports,y\nc,Exports,z\n', true],
    ['text,label\ntext,label\nslow,bad\ntext,label\nfast,good\n', true],
    ['I love this app so very much\nIt crashes every day at noon\n', false],
    ['What do you like about our product?\nThe speed\n', true],
  ])('finds whether %j has a header', (text, hasHeader) => {
    expect(detectDialect(text, true).hasHeader).toBe(hasHeader);
  });
});

describe('rows above the header', () => {
  const table = [
    ['id', 'date', 'comment'],
    ['a1', '2026-05-01', 'Slow'],
    ['a2', '2026-05-02', 'Good'],
  ];
  const wide = (...cells: string[]) => [...cells, '', ''].slice(0, 3);

  it.each([
    [[wide('Feedback of May'), ...table], 1],
    [[wide('Feedback of May'), wide('Exported', '2026-06-01'), wide(), ...table], 3],
    [table, undefined],
    [[['a0', '', ''], ...table.slice(1)], undefined],
  ])('of %j are %j', (records, titleRows) => {
    expect(describeRows(records).titleRows).toBe(titleRows);
  });

  it.each([
    [',', 'Feedback of May'],
    [';', 'Feedback of May'],
    [';', 'Feedback, May 2026'],
    ['\t', 'Feedback of May\nExported on 2026-06-01\n'],
    ['|', 'Feedback of May'],
  ])('do not hide the delimiter %j below "%s"', (delimiter, title) => {
    const rows = table.map((cells) => cells.join(delimiter)).join('\n');
    const { dialect, header, rows: read, unreadable } = preview(`${title}\n${rows}\n`);
    expect(dialect.delimiter).toBe(delimiter);
    expect({ header, rows: read.length, unreadable }).toEqual({ header: table[0], rows: 2, unreadable: 0 });
  });

  it.each([
    'comment\nGreat, thanks\nok, fine, good\nBad\nNever\n',
    'comment\na; b; c\nno\nwhat; is; it\nfine\n',
  ])('are none in prose of one column: %j', (text) => {
    expect(preview(text)).toMatchObject({ header: ['comment'], dialect: { delimiter: ',' } });
  });

  it('are no data of a CSV file either', () => {
    const { header, rows } = preview(
      'Feedback of May,,\nid,date,comment\na1,2026-05-01,Slow\na2,2026-05-02,Good\n',
    );
    expect([header, rows.length]).toEqual([['id', 'date', 'comment'], 2]);
  });
});

describe('previewCsv', () => {
  it('names blank and repeated columns', () => {
    expect(preview('"",id,Labels,Labels, spaced  name \n1,a,b,c,d\n').header).toEqual([
      'column 1',
      'id',
      'Labels',
      'Labels (2)',
      'spaced name',
    ]);
    expect(preview('1,2\n3,4\n').header).toEqual(['column 1', 'column 2']);
  });

  it('does not let a number collide with a name of the file', () => {
    expect(preview('a,a (2),a\nx,y,z\n').header).toEqual(['a', 'a (2)', 'a (3)']);
  });

  it('leaves out a row cut at the end of the head', () => {
    const head = new TextEncoder().encode('a,b\n1,2\n3,"cut in the mid');
    expect(previewCsv(head, { isWholeFile: false }).rows).toEqual([['1', '2']]);
  });

  it('does not ask again what a person chose', () => {
    const { dialect } = preview('a;b\n1;2\n');
    const chosen = { dialect: { ...dialect, hasHeader: false } };
    expect(previewCsv(new TextEncoder().encode('a;b\n1;2\n'), { isWholeFile: true, chosen }).rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('reads an empty file as no columns', () => {
    expect(preview('')).toMatchObject({ header: [], rows: [] });
  });
});
