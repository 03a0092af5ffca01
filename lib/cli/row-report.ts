import { InputError } from './command-error';
import type { CsvRecord } from './csv-rows';

/** Remembers which rows of a file could not be read, or only with damage, for a command that goes on past them. */
export interface RowReport {
  note(record: CsvRecord): void;
  /**
   * Says on stderr how many rows are damaged. Call it when everything is written.
   *
   * @throws InputError, which counts the rows that could not be read and says where and why the first was not.
   */
  finish(): void;
}

/** Begins the report of one file. */
export function startRowReport(): RowReport {
  const unreadable = new Tally();
  const damaged = new Tally();
  return {
    note({ line, error, warning }) {
      if (error !== undefined) unreadable.add(`line ${line}, ${error}`);
      else if (warning !== undefined) damaged.add(`line ${line} ${warning}`);
    },
    finish() {
      if (damaged.count > 0) process.stderr.write(`voc: ${damaged.describe('damaged')}\n`);
      if (unreadable.count > 0) throw new InputError(unreadable.describe('could not be read'));
    },
  };
}

/** Counts rows and keeps the first, so that memory does not grow with a file of bad rows. */
class Tally {
  count = 0;
  #first = '';

  add(row: string): void {
    if (this.count++ === 0) this.#first = row;
  }

  describe(what: string): string {
    if (this.count === 1) return `1 row ${what}: ${this.#first}`;
    return `${this.count.toLocaleString('en')} rows ${what}; the first: ${this.#first}`;
  }
}
