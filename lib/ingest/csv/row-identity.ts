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

const FIRST_SLOTS = 1024;

/**
 * Counts how often each hash was seen, in 12 bytes a slot (64 bits of the hash and a count) at most two thirds full:
 * a million different rows take 25 MB. Should two hashes share those 64 bits, both still get the same numbers each
 * time the file is read.
 */
class OccurrenceCounter {
  #slots = new Uint32Array(FIRST_SLOTS * 3);
  #used = 0;

  count(rowHash: string): number {
    if (this.#used * 3 >= (this.#slots.length / 3) * 2) this.#grow();
    const high = Number.parseInt(rowHash.slice(0, 8), 16);
    const low = Number.parseInt(rowHash.slice(8, 16), 16);
    const at = this.#findSlot(high, low);
    const seen = this.#slots[at + 2] ?? 0;
    if (seen === 0) this.#used++;
    this.#slots[at] = high;
    this.#slots[at + 1] = low;
    this.#slots[at + 2] = seen + 1;
    return seen + 1;
  }

  #findSlot(high: number, low: number): number {
    const slots = this.#slots;
    let at = (low % (slots.length / 3)) * 3;
    while (slots[at + 2] !== 0 && (slots[at] !== high || slots[at + 1] !== low)) at = (at + 3) % slots.length;
    return at;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    for (let from = 0; from < old.length; from += 3) {
      const seen = old[from + 2] ?? 0;
      if (seen > 0)
        this.#slots.set(old.subarray(from, from + 3), this.#findSlot(old[from] ?? 0, old[from + 1] ?? 0));
    }
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
