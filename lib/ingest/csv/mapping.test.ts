import { describe, expect, it } from 'vitest';
import { profileColumns } from './columns';
import type { ImportTarget } from './fields';
import { guessMapping } from './mapping';

function guessRows(header: string[], rows: string[][], target: ImportTarget) {
  return guessMapping(profileColumns(header, rows), target);
}

it('takes the only column of dates for the day, whatever it is called, but none of several', () => {
  const row = ['2026-05-01', 'The export is broken again today'];
  const fieldOf = (header: string[], rows: string[][], name: string) =>
    guessMapping(profileColumns(header, rows), 'feedback').columns.find(({ column }) => column === name)
      ?.field;
  expect(fieldOf(['gesendet', 'comment'], [row], 'gesendet')).toBe('occurredAt');
  expect(fieldOf(['when', 'comment'], [row], 'when')).toBe('occurredAt');
  const two = ['sent out', 'comment', 'read'];
  expect(fieldOf(two, [[...row, '2026-05-02']], 'sent out')).toBe('custom');
});

describe('guessMapping', () => {
  it('believes the values of a column before its name', () => {
    const { columns } = guessRows(
      ['comment', 'note libre'],
      [
        ['3', 'The export has been broken for two weeks now'],
        ['5', 'Support answered quickly and was friendly'],
      ],
      'feedback',
    );
    expect(columns.find(({ field }) => field === 'text')).toMatchObject({
      column: 'note libre',
      reason: 'its texts are 43 characters long on average',
    });
  });

  it('asks about dates that read two ways, and about the currency and decimals of amounts', () => {
    const { columns, questions } = guessRows(
      ['text', 'date', 'amount'],
      [['It is slow on Mondays', '03/04/2024', '1,234']],
      'feedback',
    );
    expect(questions).toEqual([
      { kind: 'decimal', column: 'amount' },
      { kind: 'date-format', column: 'date', candidates: [expect.anything(), expect.anything()] },
      { kind: 'currency', column: 'amount' },
    ]);
    expect(columns.find(({ field }) => field === 'occurredAt')?.options).toEqual({});
  });

  it('takes a column named as an amount for one though a few cells are none, and no other column', () => {
    const mapped = (name: string, cells: string[]) =>
      guessRows(
        ['account id', name],
        cells.map((cell, at) => [`A-${at}x`, cell]),
        'accounts',
      ).columns.find(({ column }) => column === name);
    expect(mapped('arr', ['1200', 'on request', '3400.50'])).toMatchObject({
      field: 'arr',
      options: { decimal: '.' },
    });
    expect(mapped('arr', ['on request', 'ask sales', '3400'])?.field).toBe('custom');
    expect(mapped('notes', ['1200', 'on request', '3400'])?.field).toBe('custom');
  });

  it('takes the currency from name or values', () => {
    const currencyOf = (name: string, value: string) =>
      guessRows(['text', name], [['It is slow on Mondays', value]], 'feedback').columns.find(
        ({ field }) => field === 'amount',
      )?.options.currency;
    expect(currencyOf('amount_gbp', '12.50')).toBe('GBP');
    expect(currencyOf('montant', '12,50 €')).toBe('EUR');
    expect(currencyOf('amount', '$12.50')).toBeUndefined();
  });

  it('does not take the turnover of a customer for what it pays', () => {
    const { columns } = guessRows(['Id', 'AnnualRevenue'], [['A-1', '1200000']], 'accounts');
    expect(columns.find(({ column }) => column === 'AnnualRevenue')?.field).toBe('custom');
  });

  it('knows a customer and the end of a contract by their German names', () => {
    const { columns } = guessRows(
      ['Kundennummer', 'Kunde', 'Vertragsbeginn', 'Gekündigt am'],
      [
        ['A1', 'Müller & Söhne', '15.01.2022', '31.03.2024'],
        ['A2', 'Groß KG', '16.02.2022', ''],
      ],
      'accounts',
    );
    expect(Object.fromEntries(columns.map(({ field, column }) => [field, column]))).toEqual({
      externalId: 'Kundennummer',
      name: 'Kunde',
      startedAt: 'Vertragsbeginn',
      churnedAt: 'Gekündigt am',
    });
  });

  it('says that a text is missing', () => {
    expect(guessRows(['id', 'nps'], [['1', '9']], 'feedback').questions).toEqual([
      { kind: 'missing-field', field: 'text' },
    ]);
  });
});
