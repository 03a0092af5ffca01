import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataFile, hasDataSets } from '@/lib/core/testing/data-sets';
import { compileAccountMapping, compileFeedbackMapping } from './apply-mapping';
import { profileColumns } from './columns';
import { headerKey } from './header-key';
import { guessMapping } from './mapping';
import { type Mapping, mappingSchema } from './mapping-schema';
import { previewCsv } from './preview';
import { describeRowError, formatReportHeader, formatReportRow } from './report';
import { makeRowIdentity } from './row-identity';
import { readRows } from './rows';

const dialect = {
  delimiter: ',',
  quote: '"',
  recordDelimiter: '\n',
  hasSepLine: false,
  hasHeader: true,
  subHeaderRows: 0,
} as const;

function makeMapping(target: 'feedback' | 'accounts', columns: unknown[], defaults = {}): Mapping {
  return mappingSchema.parse({ target, encoding: 'utf-8', dialect, columns, defaults });
}

function complaintsOf(target: 'feedback' | 'accounts', columns: unknown[], defaults = {}): string[] {
  const result = mappingSchema.safeParse({ target, encoding: 'utf-8', dialect, columns, defaults });
  return result.success ? [] : result.error.issues.map(({ message }) => message);
}

const feedback = makeMapping(
  'feedback',
  [
    { field: 'text', column: 'why' },
    { field: 'npsScore', column: 'nps' },
    {
      field: 'occurredAt',
      column: 'date',
      options: { dateFormat: 'day-month-year', timeZone: 'Europe/Paris' },
    },
    { field: 'contactEmail', column: 'mail' },
    { field: 'amount', column: 'basket', options: { decimal: ',', currency: 'EUR' } },
    { field: 'custom', column: 'shop' },
  ],
  { channel: 'survey' },
);
const header = ['why', 'nps', 'date', 'mail', 'basket', 'shop'];
const readFeedback = compileFeedbackMapping(feedback, header);

describe('compileFeedbackMapping', () => {
  it('gives typed rows', () => {
    expect(readFeedback([' Too slow ', '9.0', '03/04/2024 10:00', 'A@B.fr', '12,50 €', 'Lyon'])).toEqual({
      ok: expect.objectContaining({
        text: 'Too slow',
        npsScore: 9,
        occurredAt: new Date('2024-04-03T08:00:00Z'),
        contactEmail: 'a@b.fr',
        amountCents: 1250,
        amountCurrency: 'EUR',
        channel: 'survey',
        externalId: null,
        custom: { shop: 'Lyon' },
      }),
    });
  });

  it('takes NA, N/A, NULL and - for blank, and keeps a score without text', () => {
    expect(readFeedback(['NA', '0', 'N/A', 'NULL', '-', ''])).toEqual({
      ok: expect.objectContaining({
        text: null,
        npsScore: 0,
        occurredAt: null,
        amountCents: null,
        custom: {},
      }),
    });
    expect(readFeedback(['NA', '', '', '', '', 'Lyon'])).toEqual({
      error: 'the row has neither text nor score',
      column: 'why',
    });
  });

  it.each([
    [['ok', '11', '', '', '', ''], '"11" in column "nps" is not a whole number from 0 to 10'],
    [['ok', '7.5', '', '', '', ''], '"7.5" in column "nps" is not a whole number from 0 to 10'],
    [['ok', '-1', '', '', '', ''], '"-1" in column "nps" is not a whole number from 0 to 10'],
    [
      ['ok', '', '31/02/2024', '', '', ''],
      '"31/02/2024" is not a day of the calendar, read as 31/12/2024, in column "date"',
    ],
    [['ok', '', '', 'nobody', '', ''], '"nobody" in column "mail" is not an e-mail address'],
    [['ok', '', '', '', '1.5', ''], '"1.5" is not an amount in EUR with a decimal ",", in column "basket"'],
    [
      ['x'.repeat(100_001), '', '', '', '', ''],
      'the text in column "why" has 100001 characters, more than 100000',
    ],
  ])('refuses a cell that cannot be read', (record, reason) => {
    expect(readFeedback(record)).toMatchObject({ error: reason });
  });

  it('throws when the file lacks a mapped column', () => {
    expect(() => compileFeedbackMapping(feedback, ['why', 'nps'])).toThrow('no column "date"');
  });
});

describe('compileAccountMapping', () => {
  const accounts = makeMapping('accounts', [
    { field: 'externalId', column: 'id' },
    { field: 'arr', column: 'arr', options: { decimal: '.' } },
    { field: 'currency', column: 'currency' },
    { field: 'churned', column: 'churned' },
    { field: 'churnedAt', column: 'left', options: { dateFormat: 'year-month-day' } },
  ]);
  const read = compileAccountMapping(accounts, ['id', 'arr', 'currency', 'churned', 'left']);

  it('reads amounts in the currency of the row', () => {
    expect(read(['A', '1,200', 'jpy', 'no', ''])).toEqual({
      ok: expect.objectContaining({ arrCents: 1200, currency: 'JPY', churned: false, churnedAt: null }),
    });
    expect(read(['A', '1,200', '', '', ''])).toMatchObject({
      error: expect.stringContaining('currency of "1,200"'),
    });
    expect(read(['A', '1,200', 'QQQ', '', ''])).toMatchObject({ column: 'currency' });
  });

  it('reports a churn without a date and invents none', () => {
    const row = read(['A', '', '', 'TRUE', '']);
    expect(row).toMatchObject({
      ok: { churned: true, churnedAt: null },
      warning: expect.stringContaining('when'),
    });
    expect(read(['A', '', '', 'TRUE', '2024-05-01'])).not.toHaveProperty('warning');
  });

  it('refuses a row without identifier', () => {
    expect(read(['', '1', 'EUR', '', ''])).toEqual({
      error: 'the row has no account identifier',
      column: 'id',
    });
  });
});

describe('mappingSchema', () => {
  it('says what is missing, where, and how to mend it', () => {
    expect(complaintsOf('feedback', [{ field: 'npsScore', column: 'nps' }])).toEqual([
      'Choose the column that holds what customers wrote',
    ]);
    const text = { field: 'text', column: 'why' };
    expect(complaintsOf('feedback', [text, { field: 'occurredAt', column: 'date' }])).toEqual([
      'Say how the dates of "date" are written, for example day, month, year',
    ]);
    expect(complaintsOf('feedback', [text, { field: 'amount', column: 'basket' }])).toEqual([
      'Say whether "basket" writes decimals with a comma or a point',
    ]);
    expect(
      complaintsOf('feedback', [text, { field: 'amount', column: 'basket', options: { decimal: '.' } }]),
    ).toEqual(['Say which currency the amounts of "basket" are in']);
    expect(complaintsOf('feedback', [text, { field: 'arr', column: 'arr' }])[0]).toContain(
      'not a field of feedback',
    );
    expect(complaintsOf('feedback', [text, { field: 'text', column: 'b' }])[0]).toContain(
      'Two columns fill "text"',
    );
    expect(complaintsOf('feedback', [text, { field: 'custom', column: 'why' }])).toEqual([
      '"why" is mapped twice; keep one of them',
    ]);
    expect(
      complaintsOf('feedback', [
        text,
        { field: 'occurredAt', column: 'd', options: { dateFormat: 'year-month-day', timeZone: 'Mars' } },
      ]),
    ).toEqual(['"Mars" is not a time zone; use a name such as Europe/Paris']);
  });

  it('does not take names of every object for fields', () => {
    const columns = [
      { field: 'text', column: 'a' },
      { field: 'constructor', column: 'b' },
    ];
    expect(complaintsOf('feedback', columns)[0]).toContain('"constructor" is not a field');
  });
});

describe('headerKey', () => {
  it('is the same for the same names in the same order', () => {
    expect(headerKey(['Id ', 'Text'])).toBe(headerKey(['id', 'text']));
    expect(headerKey(['id', 'text'])).not.toBe(headerKey(['text', 'id']));
    expect(headerKey(['a', 'b'])).not.toBe(headerKey(['a","b']));
    expect(headerKey([])).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('makeRowIdentity', () => {
  const rowOf = (text: string, shop = '') => {
    const result = readFeedback([text, '', '', '', '', shop]);
    if (!('ok' in result)) throw new Error(result.error);
    return result.ok;
  };

  it('gives equal rows of a file different names, and the same ones the next time', () => {
    const texts = [
      'slow',
      'fast',
      'slow',
      'slow',
      ...Array.from({ length: 5000 }, (_, at) => `n${at}`),
      'fast',
    ];
    const first = texts.map((text) => rowOf(text)).map(makeRowIdentity());
    const again = texts.map((text) => rowOf(text, 'Lyon')).map(makeRowIdentity());
    expect(again).toEqual(first);
    expect(new Set(first).size).toBe(texts.length);
    expect(first.at(-1)).toBe(first[1]?.replace(/-1$/, '-2'));
  });

  it('prefers the identifier of the row', () => {
    expect(makeRowIdentity()({ ...rowOf('slow'), externalId: 'T-1' })).toBe('T-1');
  });
});

describe('error report', () => {
  it('holds line, column, reason and the original cells, no formula among them', () => {
    const error = { line: 17, column: 'nps', reason: '"11" is too high', record: ['=1+1', '-5'] };
    expect(formatReportHeader(['a', 'b'])).toBe('line,column,reason,a,b\r\n');
    expect(formatReportRow(error)).toBe(`17,nps,"""11"" is too high",'=1+1,-5\r\n`);
    expect(describeRowError(error)).toBe('line 17: "11" is too high');
  });
});

describe.runIf(hasDataSets('mappings applied to real CSV files'))('real files', () => {
  async function importGuessed(path: string, target: 'feedback' | 'accounts', defaults = {}) {
    const bytes = readFileSync(dataFile(path));
    const preview = previewCsv(bytes.subarray(0, 262_144), { isWholeFile: bytes.length <= 262_144 });
    const { columns } = guessMapping(profileColumns(preview.header, preview.rows), target);
    const mapping = mappingSchema.parse({
      target,
      encoding: preview.encoding.encoding,
      dialect: preview.dialect,
      columns: columns.map(({ field, column, options }) => ({ field, column, options })),
      defaults,
    });
    const apply = (target === 'feedback' ? compileFeedbackMapping : compileAccountMapping)(
      mapping,
      preview.header,
    );
    const source = new Blob([bytes]).stream();
    const reasons: string[] = [];
    let texts = 0;
    let rows = 0;
    for await (const row of readRows(source, { encoding: mapping.encoding, dialect: mapping.dialect })) {
      const result = 'error' in row ? row : apply(row.record);
      if ('error' in result) reasons.push(describeRowError({ line: row.line, reason: result.error }));
      else rows++;
      if ('ok' in result && 'text' in result.ok && result.ok.text !== null) texts++;
    }
    return { rows, texts, reasons };
  }

  it.each([
    ['nps_botanic_fr/nps_original_cp1252.csv', { currency: 'EUR' }, 13_649, 3838, 305],
    ['cfpb_complaints/with_narrative.csv', {}, 760, 760, 0],
    ['nhs_patient_feedback/phase1_single_label.csv', {}, 4857, 4857, 0],
    ['ravenstack_saas_churn/ravenstack_churn_events.csv', {}, 452, 452, 148],
  ])('imports %s', async (path, defaults, rows, texts, faults) => {
    const imported = await importGuessed(path, 'feedback', defaults);
    expect(imported.reasons.filter((reason) => !reason.endsWith('neither text nor score'))).toEqual([]);
    expect({ rows: imported.rows, texts: imported.texts, faults: imported.reasons.length }).toEqual({
      rows,
      texts,
      faults,
    });
  });

  it('imports the B2B accounts', async () => {
    expect(await importGuessed('ravenstack_saas_churn/ravenstack_accounts.csv', 'accounts')).toMatchObject({
      rows: 500,
      reasons: [],
    });
  });
});
