import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { formatCsvRow } from '@/lib/core/csv';
import { makeRandom } from '@/lib/core/random';
import { dataFile, hasDataSets } from '@/lib/core/testing/data-sets';
import type { Dialect, Encoding } from './file-format';
import { previewCsv } from './preview';
import { MAX_RECORD_CHARS } from './record-cutter';
import { type ReadRow, readRows, type UnreadableRow } from './rows';

const plain: Dialect = {
  delimiter: ',',
  quote: '"',
  recordDelimiter: '\n',
  hasSepLine: false,
  hasHeader: true,
  subHeaderRows: 0,
};

async function* chunked(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readBytes(bytes: Uint8Array, size: number, encoding: Encoding, dialect: Dialect) {
  const rows: (ReadRow | UnreadableRow)[] = [];
  for await (const row of readRows(chunked(bytes, size), { encoding, dialect })) rows.push(row);
  return rows;
}

const readText = (text: string, dialect: Partial<Dialect> = {}, size = 7) =>
  readBytes(new TextEncoder().encode(text), size, 'utf-8', { ...plain, ...dialect });

const records = (rows: (ReadRow | UnreadableRow)[]) => rows.map((row) => row.record);

describe('readRows', () => {
  it('numbers rows from 0 and lines from 1, over values of several lines and blank lines', async () => {
    const rows = await readText('a,b\n1,"x\ny"\n\n  \n2,z\n');
    expect(rows).toEqual([
      { line: 2, index: 0, record: ['1', 'x\ny'] },
      { line: 6, index: 1, record: ['2', 'z'] },
    ]);
  });

  it('takes a line of spaces for a value where there is one column, as when it is quoted', async () => {
    const rows = await readText('text\ngood\n  \n\n"  "\nbad\n   ');
    expect(rows.map(({ line, index, record }) => [line, index, record])).toEqual([
      [2, 0, ['good']],
      [3, 1, ['  ']],
      [5, 2, ['  ']],
      [6, 3, ['bad']],
      [7, 4, ['   ']],
    ]);
    expect(records(await readText('  \ntext\r\ngood\r\n\t\r\n\r\n', {}, 3))).toEqual([['good'], ['\t']]);
  });

  it.each([
    ['\n', '\n'],
    ['\r\n', '\r\n'],
    ['\r', '\r'],
  ] as const)('reads line ends %j in chunks of every size', async (lineEnd, recordDelimiter) => {
    const text = ['a,b', '1,"x""y"', '"",2', '"p', 'q",3'].join(lineEnd);
    for (const size of [1, 2, 3, 5, 100]) {
      const rows = await readText(text, { recordDelimiter }, size);
      expect(records(rows)).toEqual([
        ['1', 'x"y'],
        ['', '2'],
        [`p${lineEnd}q`, '3'],
      ]);
      expect(rows.map((row) => row.line)).toEqual([2, 3, 4]);
    }
  });

  it('keeps quotes inside values as they stand', async () => {
    const rows = await readText('a,b,c\n5" pipe,"so" he said,""\n');
    expect(records(rows)).toEqual([['5" pipe', 'so he said', '']]);
  });

  it('fills missing cells at the end and drops empty surplus ones', async () => {
    expect(records(await readText('a,b,c\n1,2\n1,2,3,,\n'))).toEqual([
      ['1', '2', ''],
      ['1', '2', '3'],
    ]);
  });

  it('gives a reason for rows no one can fit to the columns', async () => {
    const rows = await readText('a,b,c\n1,2,3,4\nlonely\n1,2,3\n');
    expect(rows[0]).toMatchObject({
      line: 2,
      index: 0,
      error: expect.stringContaining('4 values for 3 columns'),
    });
    expect(rows[1]).toMatchObject({
      line: 3,
      index: 1,
      error: expect.stringContaining('1 value for 3 columns'),
    });
    expect(rows[2]).toEqual({ line: 4, index: 2, record: ['1', '2', '3'] });
  });

  it('gives up only the line of a quote that is never closed', async () => {
    const rows = await readText('a,b\n1,x\n2,"y\n3,z\n4,w');
    expect(rows).toEqual([
      { line: 2, index: 0, record: ['1', 'x'] },
      { line: 3, index: 1, record: ['2,"y'], error: expect.stringContaining('not closed') },
      { line: 4, index: 2, record: ['3', 'z'] },
      { line: 5, index: 3, record: ['4', 'w'] },
    ]);
  });

  it('gives up only the line of a stray quote that meets a good one', async () => {
    const rows = await readText('a,b\n1,"x\n2,y\n3,"z"\n');
    expect(rows.map((row) => [row.line, 'error' in row])).toEqual([
      [2, true],
      [3, false],
      [4, false],
    ]);
  });

  it('goes on after an open quote when far more text follows than a record may have', async () => {
    const filler = 'k,value\n'.repeat(MAX_RECORD_CHARS / 4);
    const rows = await readText(`a,b\n1,"open\n${filler}9,last\n`, {}, 65_536);
    expect(rows[0]).toMatchObject({ line: 2, error: expect.stringContaining('not closed') });
    expect(rows).toHaveLength(MAX_RECORD_CHARS / 4 + 2);
    expect(rows.at(-1)).toMatchObject({ line: MAX_RECORD_CHARS / 4 + 3, record: ['9', 'last'] });
    expect(rows.filter((row) => 'error' in row)).toHaveLength(1);
  });

  it('gives up a line that is too long and goes on after it', async () => {
    const long = 'x'.repeat(3 * MAX_RECORD_CHARS);
    for (const cell of [long, `"${long}"`]) {
      const rows = await readText(`a,b\n1,${cell}\n2,y\n`, {}, 65_536);
      expect(rows.map((row) => [row.line, 'error' in row])).toEqual([
        [2, true],
        [3, false],
      ]);
    }
  });

  it('warns of characters that could not be read', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n1,x'), Buffer.from([0xff]), Buffer.from('\n2,y\n')]);
    const rows = await readBytes(bytes, 64, 'utf-8', plain);
    expect(rows[0]).toMatchObject({
      record: ['1', 'x\ufffd'],
      warning: expect.stringContaining('could not be read'),
    });
    expect(rows[1]).toEqual({ line: 3, index: 1, record: ['2', 'y'] });
  });

  it('skips the sep line, the header and the rows under it', async () => {
    const text = 'sep=;\na;b\nlabel a;label b\n1;2\n';
    const rows = await readText(text, { delimiter: ';', hasSepLine: true, subHeaderRows: 1 });
    expect(rows).toEqual([{ line: 4, index: 0, record: ['1', '2'] }]);
  });

  it('reads a file without header and an empty one', async () => {
    expect(records(await readText('1,2\n3,4\n', { hasHeader: false }))).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(await readText('')).toEqual([]);
    expect(await readText('a,b')).toEqual([]);
  });

  it('closes the source when the reader leaves', async () => {
    let isClosed = false;
    let pulled = 0;
    async function* source() {
      try {
        for (;;) {
          pulled++;
          yield new TextEncoder().encode('1,2\n');
        }
      } finally {
        isClosed = true;
      }
    }
    for await (const row of readRows(source(), { encoding: 'utf-8', dialect: plain }))
      if (row.index === 2) break;
    expect(isClosed).toBe(true);
    expect(pulled).toBe(4);
  });

  it('agrees with csv-parse on random well-formed files', async () => {
    const random = makeRandom(7);
    const pieces = ['a', '"', '""', ',', '\n', '\r\n', ';', ' ', 'é', '😀', '=1', ''];
    for (let file = 0; file < 200; file++) {
      const cells = () =>
        Array.from({ length: 3 }, () =>
          Array.from(
            { length: Math.floor(random() * 5) },
            () => pieces[Math.floor(random() * pieces.length)],
          ).join(''),
        );
      const text = Array.from({ length: 6 }, () => formatCsvRow(['k', ...cells()])).join('');
      const expected: string[][] = parse(text, { record_delimiter: ['\r\n'] });
      const rows = await readText(
        text,
        { recordDelimiter: '\r\n', hasHeader: false },
        1 + Math.floor(random() * 9),
      );
      expect(records(rows)).toEqual(expected);
    }
  });
});

const hasData = hasDataSets('rows of real CSV files');

describe.runIf(hasData)('real files', () => {
  const spectrum = dataFile('csv_spectrum/csvs');

  // The expected values of this one differ from its file in the data set itself.
  const differing = 'location_coordinates.csv';

  it.each(hasData ? readdirSync(spectrum) : [])('reads %s of csv-spectrum', async (name) => {
    // The stored copies have lost their CRLF line ends.
    const stored = readFileSync(`${spectrum}/${name}`, 'utf8');
    const bytes = Buffer.from(name.includes('_crlf') ? stored.replaceAll('\n', '\r\n') : stored);
    const { dialect, encoding, header } = previewCsv(bytes, { isWholeFile: true });
    const rows = await readBytes(bytes, 5, encoding.encoding, dialect);
    const objects = rows.map((row) =>
      Object.fromEntries(header.map((key, column) => [key, row.record[column]])),
    );
    const expected = JSON.parse(
      readFileSync(dataFile(`csv_spectrum/json/${name.replace('.csv', '.json')}`), 'utf8'),
    );
    if (name === differing) {
      expect(objects).toEqual([
        { ...expected, 'Contact Phone Number': '2095257564', Cities: 'Modesto', Counties: 'Stanislaus' },
      ]);
    } else {
      expect(objects).toEqual(expected);
    }
  });

  it('carries every naughty string through writing and reading', async () => {
    const naughty: string[] = JSON.parse(readFileSync(dataFile('naughty_strings/blns.json'), 'utf8'));
    const text = naughty.map((each, row) => formatCsvRow([row, each])).join('');
    const rows = await readText(text, { recordDelimiter: '\r\n', hasHeader: false }, 64);
    const written = naughty.map((each) =>
      /^[=+\-@\t\r\n＝＋－＠]/.test(each) && !/^[-+]?\d/.test(each) ? `'${each}` : each,
    );
    const cells = rows.map((row) => row.record[1]?.replace(/^'(?=[-+]\d)/, ''));
    expect(cells).toEqual(written.map((each) => each.replaceAll('\0', '\uFFFD')));
  });

  it.each([
    ['nps_botanic_fr/nps_original_cp1252.csv', 13_954],
    ['nps_botanic_fr/nps.csv', 13_954],
    ['cfpb_complaints/with_narrative.csv', 760],
    ['nhs_patient_feedback/phase1_single_label.csv', 4857],
    ['jupyter_surveys/2015-12-notebook-ux__20160115235816-SurveyExport.csv', 1706],
    ['jupyter_surveys/2016-05-education-survey__responses.csv', 125],
    ['jupyter_surveys/2020-12-jupyter-survey__data__all_responses.csv', 1135],
    ['maalej_app_reviews/reviews.csv', 1660],
    ['ravenstack_saas_churn/ravenstack_accounts.csv', 500],
  ])('reads every row of %s', async (path, count) => {
    const bytes = readFileSync(dataFile(path));
    const { dialect, encoding } = previewCsv(bytes.subarray(0, 262_144), { isWholeFile: false });
    const rows = await readBytes(bytes, 65_536, encoding.encoding, dialect);
    expect(rows.filter((row) => 'error' in row)).toEqual([]);
    expect(rows).toHaveLength(count);
  });
});

it('shows no row before an import that it would refuse', () => {
  const bytes = new TextEncoder().encode(
    'day,text,score\n2026-01-01,good,9\n2026-01-02,so, so,7\n2026-01-03,bad\n',
  );
  expect(previewCsv(bytes, { isWholeFile: true }).rows).toEqual([
    ['2026-01-01', 'good', '9'],
    ['2026-01-03', 'bad', ''],
  ]);
});
