/** How n-grams of a text become feature numbers. The weights belong to the settings they were trained with. */
export interface NgramSettings {
  /** A power of two. */
  buckets: number;
  /** Also runs of three and four letters within words: they catch endings where words take many forms. */
  lettersToo: boolean;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const PAIR_MARK = 0x20;
const WORD_EDGE = 0x1f;
const SHORTEST_RUN = 3;
const LONGEST_RUN = 4;
/** Beyond this a text has said what it has to say; keeps a megabyte cheap. */
const MOST_WORDS = 400;
const LONGEST_WORD = 32;

/**
 * The words and pairs of neighbouring words of a text as bucket numbers (FNV-1a, the hashing trick of Weinberger et al.
 * 2009), each once, in ascending order.
 *
 * @param words folded, in text order
 */
export function hashNgrams(words: readonly string[], { buckets, lettersToo }: NgramSettings): Uint32Array {
  const mask = buckets - 1;
  let count = 0;
  let previous = FNV_OFFSET;
  for (let at = 0; at < words.length && at < MOST_WORDS; at++) {
    const word = words[at] ?? '';
    const hash = extend(FNV_OFFSET, word);
    found[count++] = finish(hash) & mask;
    if (at > 0) found[count++] = finish(extend(step(previous, PAIR_MARK), word)) & mask;
    previous = hash;
    if (lettersToo) count = addLetterRuns(word, mask, count);
  }
  return listOnce(count);
}

/** The most that a word adds: itself, its pair, and a short and a long run from each of its letters and edges. */
const MOST_PER_WORD = 2 + 2 * (LONGEST_WORD + 2);
/** The buckets of the text that is read; each call overwrites them. */
const found = new Uint32Array(MOST_WORDS * MOST_PER_WORD);

/** The first of the buckets found, each once, in ascending order. */
function listOnce(count: number): Uint32Array {
  found.subarray(0, count).sort();
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const bucket = found[at] ?? 0;
    if (kept === 0 || bucket !== found[kept - 1]) found[kept++] = bucket;
  }
  return found.slice(0, kept);
}

/** @returns how many are found then */
function addLetterRuns(word: string, mask: number, foundBefore: number): number {
  let count = foundBefore;
  const length = Math.min(word.length, LONGEST_WORD);
  const codeAt = (at: number): number => (at === 0 || at > length ? WORD_EDGE : word.charCodeAt(at - 1));
  const end = length + 2;
  for (let from = 0; from + SHORTEST_RUN <= end; from++) {
    let hash = step(FNV_OFFSET, WORD_EDGE);
    for (let run = 1; run <= LONGEST_RUN && from + run <= end; run++) {
      hash = step(hash, codeAt(from + run - 1));
      if (run >= SHORTEST_RUN) found[count++] = finish(hash) & mask;
    }
  }
  return count;
}

const step = (hash: number, code: number): number => Math.imul(hash ^ code, FNV_PRIME);

function extend(hash: number, word: string): number {
  let extended = hash;
  for (let at = 0; at < word.length && at < LONGEST_WORD; at++)
    extended = step(extended, word.charCodeAt(at));
  return extended;
}

/** Spreads the last letters over the low bits, which alone choose the bucket. */
const finish = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0;

/** The value of each n-gram: long texts do not shout louder than short ones. */
export const ngramValue = (count: number): number => (count === 0 ? 0 : NGRAM_STRENGTH / Math.sqrt(count));

/** Makes a text's n-grams together as strong as its other features, so that one penalty fits all. */
const NGRAM_STRENGTH = 3;
