import { hash } from 'node:crypto';
import type { FeedbackRow } from './imported-row';

/** SHA-256 (hex) of what a row says. Custom columns are left out, so that keeping another one does not change it. */
export function hashFeedbackRow(row: FeedbackRow): string {
  const { custom: _, externalId: __, answers, contactPhone, ...fields } = row;
  // What is not there leaves the hash as it was before there could be any.
  const said = [
    ...Object.values(fields),
    ...(contactPhone ? [contactPhone] : []),
    ...(answers ? [answers] : []),
  ];
  return hash('sha256', JSON.stringify(said).normalize('NFC'));
}

/** Parts of the table: each grows by itself, so that what is copied then is small. */
const PARTS = 256;
const FIRST_SLOTS = 16;
const GROWTH = 1.25;
const MOST_FILLED = 0.8;
const MOST_IN_A_SLOT = 255;

/** Of one hash: 48 of its bits, and how often it was seen. A slot that was never used has the count 0. */
class Slots {
  used = 0;
  readonly #high: Uint32Array;
  readonly #low: Uint16Array;
  readonly #counts: Uint8Array;

  constructor(readonly length: number) {
    this.#high = new Uint32Array(length);
    this.#low = new Uint16Array(length);
    this.#counts = new Uint8Array(length);
  }

  /** Counts a hash once more, or as often as it was seen in a smaller table. */
  add(high: number, low: number, times: number): number {
    let at = high % this.length;
    while (this.#counts[at] !== 0 && (this.#high[at] !== high || this.#low[at] !== low))
      at = (at + 1) % this.length;
    const before = this.#counts[at] ?? 0;
    if (before === 0) this.used++;
    this.#high[at] = high;
    this.#low[at] = low;
    this.#counts[at] = Math.min(before + times, MOST_IN_A_SLOT);
    return before + times;
  }

  /** The same in a larger table. */
  grown(): Slots {
    const more = new Slots(Math.ceil(this.length * GROWTH));
    for (const [at, times] of this.#counts.entries())
      if (times > 0) more.add(this.#high[at] ?? 0, this.#low[at] ?? 0, times);
    return more;
  }
}

/**
 * Counts how often each hash was seen. It knows 56 bits of a hash and takes 9 to 11 bytes for each different row: 10 MB for a million.
 * Should two hashes share those bits, both still get the same numbers each time the file is read.
 */
class OccurrenceCounter {
  readonly #parts = Array.from({ length: PARTS }, () => new Slots(FIRST_SLOTS));
  /** Of the few rows that a slot cannot count: how often they were seen. */
  readonly #often = new Map<string, number>();

  count(rowHash: string): number {
    const part = Number.parseInt(rowHash.slice(0, 2), 16);
    let slots = this.#parts[part] ?? new Slots(FIRST_SLOTS);
    if (slots.used + 1 > slots.length * MOST_FILLED) {
      slots = slots.grown();
      this.#parts[part] = slots;
    }
    const high = Number.parseInt(rowHash.slice(2, 10), 16);
    const seen = slots.add(high, Number.parseInt(rowHash.slice(10, 14), 16), 1);
    if (seen <= MOST_IN_A_SLOT) return seen;
    const key = rowHash.slice(0, 14);
    const often = (this.#often.get(key) ?? MOST_IN_A_SLOT) + 1;
    this.#often.set(key, often);
    return often;
  }
}

/**
 * Makes the function that names each row of one file for "the same file again adds nothing": its own identifier
 * where it has one, else its hash with its number among equal rows. Two equal answers in a file so stay two, and
 * reading the file again gives the same names.
 */
export function makeRowIdentity(): (row: FeedbackRow) => string {
  const occurrences = new OccurrenceCounter();
  return (row) => {
    if (row.externalId !== null) return row.externalId;
    const rowHash = hashFeedbackRow(row);
    return `sha256-${rowHash}-${occurrences.count(rowHash)}`;
  };
}
