import { describe, expect, it } from 'vitest';
import { profileColumns } from './columns';
import { fitSavedMapping } from './fit-saved-mapping';
import { guessMapping } from './mapping';
import { mappingSchema } from './mapping-schema';

const saved = mappingSchema.parse({
  target: 'feedback',
  encoding: 'utf-8',
  dialect: {
    delimiter: ',',
    quote: '"',
    recordDelimiter: '\n',
    hasSepLine: false,
    hasHeader: true,
    subHeaderRows: 0,
  },
  columns: [
    { field: 'text', column: 'words' },
    { field: 'occurredAt', column: 'date', options: { dateFormat: 'day-month-year' } },
    { field: 'amount', column: 'spent', options: { decimal: ',', currency: 'EUR' } },
  ],
  defaults: { channel: 'chat', occurredAt: '2024-05-01T00:00:00Z' },
});

const fitTo = (mapping: typeof saved, header: string[], row: string[]) => {
  const profiles = profileColumns(header, [row]);
  return fitSavedMapping(mapping, profiles, guessMapping(profiles, mapping.target));
};
const fit = (date: string, spent: string) =>
  fitTo(saved, ['words', 'date', 'spent'], ['All is well here', date, spent]);
const optionsOf = (date: string, spent: string) => fit(date, spent)?.columns.map(({ options }) => options);

describe('fitSavedMapping', () => {
  it('keeps what this file leaves open, and takes what it proves', () => {
    expect(optionsOf('03/04/2024', '1,234')?.slice(1)).toEqual([
      { dateFormat: 'day-month-year' },
      { decimal: ',', currency: 'EUR' },
    ]);
    expect(optionsOf('04/26/2024', '1,234.50')?.slice(1)).toEqual([
      { dateFormat: 'month-day-year' },
      { decimal: '.', currency: 'EUR' },
    ]);
  });

  it('asks again when the saved format cannot read an ambiguous date', () => {
    expect(optionsOf('03/04/24', '5')?.[1]).toEqual({ dateFormat: undefined });
  });

  it('keeps the channel but not the day of the other file', () => {
    expect(fit('03/04/2024', '5')?.defaults).toEqual({ channel: 'chat' });
  });

  it('does not fit a file without one of the columns', () => {
    expect(fitTo(saved, ['words', 'date'], ['All is well', '2024-05-01'])).toBeNull();
  });

  describe('of a file of accounts whose days were empty', () => {
    const header = ['id', 'churn_date', 'renewal_date', 'internal'];
    const accounts = mappingSchema.parse({
      ...{ target: 'accounts', encoding: 'utf-8', dialect: saved.dialect },
      columns: [{ field: 'externalId', column: 'id' }],
      leftOut: ['internal'],
    });
    const row = ['a-1', '2026-05-13', '', 'x'];

    it('guesses what holds something now, and still leaves out what a person left out', () => {
      expect(fitTo(accounts, header, row)).toMatchObject({
        columns: [
          { field: 'externalId', column: 'id' },
          { field: 'churnedAt', column: 'churn_date', options: { dateFormat: 'year-month-day' } },
        ],
        anew: ['churn_date'],
      });
    });

    it('fills no field twice', () => {
      const taken = { ...accounts, columns: [{ field: 'churnedAt', column: 'id', options: {} }] };
      expect(fitTo(taken, header, row)?.columns.at(-1)).toEqual({
        ...{ field: 'custom', column: 'churn_date', options: {} },
      });
    });

    it('guesses all that an older mapping does not name, since nobody knows why', () => {
      const { leftOut: _, ...older } = accounts;
      expect(fitTo(older, header, row)?.anew).toEqual(['churn_date', 'internal']);
    });
  });
});
