import { findAccountFault } from '@/lib/accounts/find-account-fault';
import { isCurrency, minorUnitDigits, parseMoney } from '@/lib/core/money';
import { findTimeFault } from '@/lib/core/plausible-time';
import { type EpochDay, startOfDay, toEpochDay } from '@/lib/impact/months';
import type { PanelAccount } from '@/lib/impact/panel';
import type { DateFormat } from '@/lib/ingest/csv/date-formats';
import { detectDateFormat } from '@/lib/ingest/csv/detect-date-format';
import { parseDate } from '@/lib/ingest/csv/parse-date';
import { shorten } from '@/lib/ingest/csv/read-cell';
import { InputError } from './command-error';
import { findColumnIndex, listColumns, openCsv } from './csv-rows';
import { startRowReport } from './row-report';

/** A statement of the feedback file. */
export interface FeedbackRecord {
  /** Of the file, from 1. */
  line: number;
  text: string;
  occurredDay: EpochDay;
  /** Blank where the file names none. */
  accountId: string;
  contactId: string;
}

export interface AccountRecords {
  accounts: PanelAccount[];
  /** Digits after the mark in the one currency of the file. */
  moneyDigits: number;
}

const FEEDBACK_COLUMNS = ['text', 'occurredAt', 'accountId'] as const;
const ACCOUNT_COLUMNS = ['accountId', 'arr', 'currency', 'plan', 'startedAt', 'churnedAt'] as const;

/** Columns a file must have although the ranking does not read them: without them it is another kind of file. */
const FEEDBACK_ALSO = ['id'] as const;
const ACCOUNT_ALSO = ['name', 'segment'] as const;

/** Where a file calls a field of an account otherwise. */
const COLUMN_OF: Partial<Record<string, string>> = { arrCents: 'arr' };

/** Reads the feedback file. @throws InputError with one clear line. */
export async function readFeedback(file: string): Promise<FeedbackRecord[]> {
  const table = await readTable(file, [...FEEDBACK_COLUMNS, ...FEEDBACK_ALSO], ['contactId']);
  const dayOf = compileDays(table, 'occurredAt');
  const now = new Date();
  return withoutRepeats(table).map((row) => {
    const occurredDay = dayOf(row);
    if (occurredDay === null) throw new InputError(`${file} line ${row.line}: occurredAt is empty`);
    // The ranking is of the last day: one far ahead would empty it.
    const fault = findTimeFault(startOfDay(occurredDay), now);
    if (fault) throw new InputError(`${file} line ${row.line}: occurredAt ${fault}`);
    const { text = '', accountId = '', contactId = '' } = row.values;
    return { line: row.line, text, occurredDay, accountId: accountId.trim(), contactId: contactId.trim() };
  });
}

/** The rows whose id no earlier row has: a statement that is there twice counts once, as in an import. */
function withoutRepeats({ file, rows }: RecordTable): TableRow[] {
  const seen = new Set<string>();
  const kept = rows.filter(({ values }) => {
    const id = values.id?.trim() ?? '';
    if (id === '') return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
  const repeats = rows.length - kept.length;
  if (repeats > 0) {
    const rows = repeats === 1 ? '1 row' : `${repeats.toLocaleString('en')} rows`;
    process.stderr.write(`voc: ${file}: ${rows} left out, with the id of an earlier one\n`);
  }
  return kept;
}

/** Says on stderr how many statements are of an account that the accounts file lacks; one without an account is of none. */
export function reportStrangers(
  feedback: readonly FeedbackRecord[],
  { accounts }: AccountRecords,
  { feedbackFile, accountsFile }: { feedbackFile: string; accountsFile: string },
): void {
  const known = new Set(accounts.map(({ accountId }) => accountId));
  const strangers = feedback.filter(({ accountId }) => accountId !== '' && !known.has(accountId));
  const [first] = strangers;
  if (!first) return;
  const [rows, count] =
    strangers.length === 1
      ? ['1 row is', 'counts']
      : [`${strangers.length.toLocaleString('en')} rows are`, 'count'];
  process.stderr.write(
    `voc: ${feedbackFile}: ${rows} of an account that ${accountsFile} does not have, and ${count} without revenue or churn; the first: line ${first.line}, "${shorten(first.accountId)}"\n`,
  );
}

/** Reads the accounts file, whose money must be in one currency. @throws InputError with one clear line. */
export async function readAccounts(file: string): Promise<AccountRecords> {
  const table = await readTable(file, [...ACCOUNT_COLUMNS, ...ACCOUNT_ALSO], []);
  const currency = findCurrency(table);
  const startedOf = compileDays(table, 'startedAt');
  const churnedOf = compileDays(table, 'churnedAt');
  const today = new Date();
  const seen = new Set<string>();
  const accounts = table.rows.map((row): PanelAccount => {
    const accountId = row.values.accountId?.trim() ?? '';
    if (accountId === '') throw new InputError(`${file} line ${row.line}: accountId is empty`);
    if (seen.has(accountId))
      throw new InputError(`${file} line ${row.line}: account ${accountId} is there twice`);
    seen.add(accountId);
    const place = `${file} line ${row.line}`;
    const arrCents = parseArr(row.values.arr ?? '', currency, place);
    const [startedDay, churnedDay] = [startedOf(row), churnedOf(row)];
    const fault = findAccountFault(
      {
        startedAt: startedDay === null ? null : startOfDay(startedDay),
        churnedAt: churnedDay === null ? null : startOfDay(churnedDay),
        arrCents,
        currency,
      },
      today,
    );
    if (fault) throw new InputError(`${place}: ${COLUMN_OF[fault.field] ?? fault.field}: ${fault.reason}`);
    return {
      accountId,
      plan: row.values.plan?.trim() || null,
      arrHistory: arrCents === null ? [] : [{ fromDay: Number.NEGATIVE_INFINITY, arrCents }],
      startedDay,
      churnedDay,
      renewalDay: null,
    };
  });
  return { accounts, moneyDigits: minorUnitDigits(currency) };
}

interface TableRow {
  line: number;
  values: Partial<Record<string, string>>;
}

interface RecordTable {
  file: string;
  rows: TableRow[];
}

async function readTable(
  file: string,
  required: readonly string[],
  optional: readonly string[],
): Promise<RecordTable> {
  const { columns, rows } = await openCsv(file);
  const missing = required.filter((name) => findColumnIndex(columns, name) < 0);
  if (missing.length > 0) {
    throw new InputError(
      `${file} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}; it has ${listColumns(columns)}`,
    );
  }
  const places = [...required, ...optional].map((name) => [name, findColumnIndex(columns, name)] as const);
  const found: TableRow[] = [];
  const report = startRowReport(file);
  for await (const record of rows) {
    const { line, cells, error } = record;
    if (error !== undefined) throw new InputError(`${file} line ${line}: ${error}`);
    report.note(record);
    found.push({
      line,
      values: Object.fromEntries(places.map(([name, place]) => [name, cells[place] ?? ''])),
    });
  }
  report.finish();
  if (found.length === 0) throw new InputError(`${file} has a header but no rows`);
  return { file, rows: found };
}

/** What reads a column of dates; null where a cell is empty. An ambiguous or unreadable column is an error by line. */
function compileDays({ file, rows }: RecordTable, column: string): (row: TableRow) => EpochDay | null {
  const cellOf = ({ values }: TableRow) => values[column]?.trim() ?? '';
  const detected = detectDateFormat(rows.map(cellOf));
  let format: DateFormat = 'year-month-day';
  if (detected.kind === 'found') format = detected.format;
  if (detected.kind === 'ambiguous') {
    const [first, ...others] = detected.candidates;
    // The example is a value read differently, where there is one: 05/05/2024 is the same day in either way.
    const second = others.find(({ reading }) => reading !== first?.reading);
    if (second) {
      throw new InputError(
        `${file}: ${column} can be read in two ways: "${first?.example}" may be ${first?.reading} or ${second.reading}; write dates as ${first?.reading}`,
      );
    }
    format = first?.format ?? format;
  }
  return (row) => {
    const cell = cellOf(row);
    if (cell === '') return null;
    const parsed = parseDate(cell, format);
    if ('error' in parsed) throw new InputError(`${file} line ${row.line}: ${column} ${parsed.error}`);
    return toEpochDay(parsed.date);
  };
}

/** The one currency of the file's money; US dollars where no row names one. */
function findCurrency({ file, rows }: RecordTable): string {
  let found: string | null = null;
  for (const { line, values } of rows) {
    const currency = values.currency?.trim().toUpperCase() ?? '';
    if (currency === '') continue;
    if (!isCurrency(currency))
      throw new InputError(`${file} line ${line}: "${currency}" is not a currency code`);
    if (found !== null && currency !== found) {
      throw new InputError(
        `${file} line ${line}: arr is in ${currency}, above in ${found}; convert the column to one currency first`,
      );
    }
    found = currency;
  }
  return found ?? 'USD';
}

function parseArr(cell: string, currency: string, place: string): number | null {
  const text = cell.trim();
  if (text === '') return null;
  // Files written by programs hold more digits than the currency has.
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.round(Number(text) * 10 ** minorUnitDigits(currency));
  const parsed = parseMoney(text, { currency, decimal: '.' });
  if ('error' in parsed) throw new InputError(`${place}: arr ${parsed.error}`);
  return parsed.cents;
}
