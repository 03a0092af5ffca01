import { parseMoney } from '@/lib/core/money';
import { isBlank } from './blank';
import { splitChoices } from './choice-lists';
import { type FieldKind, findFieldKind, isQuestionnaire, REPEATABLE_FIELDS } from './fields';
import type { RowFault } from './imported-row';
import type { Mapping } from './mapping-schema';
import { parseDate } from './parse-date';
import {
  type CellReading,
  MAX_SHORT_CHARS,
  MAX_TEXT_CHARS,
  readCurrencyCell,
  readEmailCell,
  readFlagCell,
  readOwnScoreCell,
  readPhoneCell,
  readScoreCell,
  readTextCell,
  shorten,
} from './read-cell';

type CellValue = string | number | boolean | Date;

/** An amount with the currency it is in. */
export interface Money {
  cents: number;
  currency: string;
}

/** What the mapped cells of a record hold, by field; blank cells are absent. */
export class CellValues {
  readonly #values = new Map<string, CellValue | Money>();
  readonly custom: Record<string, string> = {};
  /** What the columns of a questionnaire hold, in the order of the file. */
  readonly answers: { column: string; field: string; value: CellValue | Money }[] = [];

  set(field: string, value: CellValue | Money): void {
    this.#values.set(field, value);
  }

  text(field: string): string | null {
    const value = this.#values.get(field);
    return typeof value === 'string' ? value : null;
  }

  number(field: string): number | null {
    const value = this.#values.get(field);
    return typeof value === 'number' ? value : null;
  }

  flag(field: string): boolean | null {
    const value = this.#values.get(field);
    return typeof value === 'boolean' ? value : null;
  }

  date(field: string): Date | null {
    const value = this.#values.get(field);
    return value instanceof Date ? value : null;
  }

  money(field: string): Money | null {
    const value = this.#values.get(field);
    return typeof value === 'object' && !(value instanceof Date) ? value : null;
  }
}

type Reader = (cell: string, rowCurrency: string | null) => CellReading<CellValue | Money>;
type Column = Mapping['columns'][number];

function readDateCell(cell: string, { column, options }: Column): CellReading<Date> {
  const parsed = parseDate(cell, options.dateFormat ?? 'year-month-day', options.timeZone);
  if ('date' in parsed) return { value: parsed.date };
  return { error: `${parsed.error}, in column "${column}"` };
}

function readMoneyCell(
  cell: string,
  { column, options }: Column,
  currency: string | undefined,
): CellReading<Money> {
  if (!currency) return { error: `the currency of "${shorten(cell)}" in column "${column}" is not known` };
  const parsed = parseMoney(cell, { currency, decimal: options.decimal ?? '.' });
  if ('cents' in parsed) return { value: { cents: parsed.cents, currency } };
  return { error: `${parsed.error}, in column "${column}"` };
}

function makeReader(column: Column, kind: FieldKind | null, defaults: Mapping['defaults']): Reader {
  const name = column.column;
  switch (kind) {
    case 'long-text':
      return (cell) => readTextCell(cell, name, MAX_TEXT_CHARS);
    case 'email':
      return (cell) => readEmailCell(cell, name);
    case 'date':
      return (cell) => readDateCell(cell, column);
    case 'score-0-10':
      return (cell) => readScoreCell(cell, name, 0, 10);
    case 'score-1-5':
      return (cell) => readScoreCell(cell, name, 1, 5);
    case 'score-1-7':
      return (cell) => readScoreCell(cell, name, 1, 7);
    case 'score-own-scale': {
      const { low, high } = column.options.scale ?? { low: 0, high: 0 };
      return (cell) => readOwnScoreCell(high === 100 ? cell.replace(/\s*%$/, '') : cell, name, low, high);
    }
    case 'phone':
      return (cell) => readPhoneCell(cell, name);
    case 'flag':
      return (cell) => readFlagCell(cell, name);
    case 'currency':
      return (cell) => readCurrencyCell(cell, name);
    case 'money':
      return (cell, rowCurrency) =>
        readMoneyCell(cell, column, rowCurrency ?? column.options.currency ?? defaults.currency);
    default:
      return (cell) => readTextCell(cell, name, kind === 'short-text' ? MAX_SHORT_CHARS : MAX_TEXT_CHARS);
  }
}

/**
 * Makes the reader of a file's records from its mapping, once for the file. Cells are trimmed; NA, N/A, NULL and the
 * like are blank. The first cell that cannot be read refuses the row. Throws when a mapped column is not in the header.
 */
export function compileCells(
  mapping: Mapping,
  header: readonly string[],
): (record: readonly string[]) => CellValues | RowFault {
  const asksSeveral = mapping.target === 'feedback' && isQuestionnaire(mapping.columns);
  const columns = mapping.columns.map((column) => {
    const at = header.indexOf(column.column);
    if (at === -1) throw new Error(`The file has no column "${column.column}"; map its columns anew`);
    const kind = findFieldKind(mapping.target, column.field);
    const { listSign } = column.options;
    return {
      ...{ at, field: column.field, name: column.column },
      read: makeReader(column, kind, mapping.defaults),
      listSign: column.field === 'answerChoice' ? listSign : undefined,
    };
  });
  // The currency of a row is known before its amounts are read.
  columns.sort((a, b) => Number(b.field === 'currency') - Number(a.field === 'currency'));
  return (record) => {
    const values = new CellValues();
    for (const { at, field, name, read, listSign } of columns) {
      const cell = record[at] ?? '';
      if (isBlank(cell)) continue;
      const reading = read(cell.trim(), values.text('currency'));
      if ('error' in reading) return { error: reading.error, column: name };
      if (field === 'custom') values.custom[name] = String(reading.value);
      else if (asksSeveral && REPEATABLE_FIELDS.has(field))
        for (const value of listSign ? splitChoices(cell, listSign) : [reading.value])
          values.answers.push({ column: name, field, value });
      else values.set(field, reading.value);
    }
    return values;
  };
}
