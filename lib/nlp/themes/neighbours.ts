import { makeDotKernel } from './dot-kernel';
import { DENSE_ONE, type DenseRows, type JoinedRows } from './joined-rows';
import { type SparseRows, transposeRows } from './sparse-rows';

/** The nearest neighbours of every row, nearest first: `count` places a row, -1 where there are fewer. */
export type NeighbourLists = { count: number; ids: Int32Array; similarities: Float32Array };

/** What of a likeness is meaning; the rest is shared words. Measured on two labelled sets: .5 to .6 alike, .7 worse. */
const MEANING_SHARE = 0.6;
/** Likenesses are compared in steps of this many to 1: what processors round differently must not order rows. */
const STEPS = 10_000;
/** Rows and queries multiplied together: both blocks stay in the processor's cache. */
const BLOCK = 256;
const QUERIES = 64;
const PAGE_BYTES = 65_536;
const BYTES_OF_DENSE = 2;
const BYTES_OF_PRODUCT = 4;

/**
 * Exact nearest neighbours: a likeness is a share of the cosine of two meanings and a share of that of two word vectors.
 * Meanings are compared all with all, in blocks; words through an inverted index, so that a row is compared only with
 * rows that share a term. Ties go to the lower row number.
 * @param onRows told how many rows have theirs, every so many
 * @param topicalTerms how many of the terms, the first ones, make two rows alike; the others, which stand last in each row, count only
 * between rows that share one of these
 */
export function findNeighbours(
  { words, meaning }: JoinedRows,
  count: number,
  onRows?: (done: number) => void,
  topicalTerms = words.columnCount,
): NeighbourLists {
  const { rowCount } = words;
  const lists: NeighbourLists = {
    count,
    ids: new Int32Array(rowCount * count).fill(-1),
    similarities: new Float32Array(rowCount * count),
  };
  const products = makeProducts(meaning);
  const index = transposeRows(words);
  const shared = new Float64Array(rowCount);
  const nearest = new Nearest(count);
  for (let first = 0; first < rowCount; first += QUERIES) {
    const queries = Math.min(QUERIES, rowCount - first);
    products.compute(first, queries);
    for (let query = 0; query < queries; query++) {
      const row = first + query;
      addSharedWords(words, index, row, topicalTerms, shared);
      nearest.clear();
      for (let from = 0; from < rowCount; from += BLOCK) {
        const size = Math.min(BLOCK, rowCount - from);
        const at = from * QUERIES + query * size;
        for (let place = 0; place < size; place++) {
          const other = from + place;
          const cosine = (products.values[at + place] ?? 0) * (MEANING_SHARE / DENSE_ONE ** 2);
          const steps = Math.round((cosine + (1 - MEANING_SHARE) * (shared[other] ?? 0)) * STEPS);
          if (steps > nearest.threshold && other !== row) nearest.insert(other, steps);
        }
      }
      nearest.write(lists, row);
      shared.fill(0);
    }
    onRows?.(first + queries);
  }
  return lists;
}

/** Adds the cosines of a row's words with all rows that share a topical one. */
function addSharedWords(
  words: SparseRows,
  index: SparseRows,
  row: number,
  topicalTerms: number,
  sums: Float64Array,
): void {
  const end = words.rowStarts[row + 1] ?? 0;
  for (let entry = words.rowStarts[row] ?? 0; entry < end; entry++) {
    const column = words.columns[entry] ?? 0;
    const value = words.values[entry] ?? 0;
    const joins = column < topicalTerms;
    const last = index.rowStarts[column + 1] ?? 0;
    for (let posting = index.rowStarts[column] ?? 0; posting < last; posting++) {
      const other = index.columns[posting] ?? 0;
      const sum = sums[other] ?? 0;
      if (joins || sum > 0) sums[other] = sum + value * (index.values[posting] ?? 0);
    }
  }
}

/** Products of some rows with all rows; block after block, in each the queries one after the other. */
function makeProducts({ rowCount, width, values }: DenseRows) {
  const rowBytes = width * BYTES_OF_DENSE;
  const outAt = rowCount * rowBytes;
  const bytes = outAt + (rowCount + BLOCK) * QUERIES * BYTES_OF_PRODUCT;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
  new Int16Array(memory.buffer).set(values);
  const dots = makeDotKernel(memory);
  return {
    values: new Int32Array(memory.buffer, outAt),
    compute(first: number, queries: number) {
      for (let from = 0; from < rowCount; from += BLOCK) {
        const size = Math.min(BLOCK, rowCount - from);
        dots(
          first * rowBytes,
          queries,
          from * rowBytes,
          size,
          rowBytes,
          outAt + from * QUERIES * BYTES_OF_PRODUCT,
        );
      }
    },
  };
}

/** The best few of the rows offered, in falling order; of equals the first offered stays ahead. */
class Nearest {
  private readonly ids: Int32Array;
  private readonly steps: Int32Array;
  private size = 0;
  /** What a row has to exceed: nothing in common is no neighbour. */
  threshold = 0;

  constructor(private readonly count: number) {
    this.ids = new Int32Array(count);
    this.steps = new Int32Array(count);
  }

  clear(): void {
    this.size = 0;
    this.threshold = 0;
  }

  insert(id: number, steps: number): void {
    let place = this.size < this.count ? this.size++ : this.count - 1;
    for (; place > 0 && (this.steps[place - 1] ?? 0) < steps; place--) {
      this.ids[place] = this.ids[place - 1] ?? -1;
      this.steps[place] = this.steps[place - 1] ?? 0;
    }
    this.ids[place] = id;
    this.steps[place] = steps;
    if (this.size === this.count) this.threshold = this.steps[this.count - 1] ?? 0;
  }

  write({ count, ids, similarities }: NeighbourLists, row: number): void {
    for (let place = 0; place < this.size; place++) {
      ids[row * count + place] = this.ids[place] ?? -1;
      similarities[row * count + place] = (this.steps[place] ?? 0) / STEPS;
    }
  }
}
