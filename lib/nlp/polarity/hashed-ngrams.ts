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
  const found = new Set<number>();
  let previous = FNV_OFFSET;
  for (let at = 0; at < words.length && at < MOST_WORDS; at++) {
    const word = words[at] ?? '';
    found.add(finish(extend(FNV_OFFSET, word)) & mask);
    if (at > 0) found.add(finish(extend(step(previous, PAIR_MARK), word)) & mask);
    previous = extend(FNV_OFFSET, word);
    if (lettersToo) addLetterRuns(word, mask, found);
  }
  return Uint32Array.from(found).sort();
}

function addLetterRuns(word: string, mask: number, found: Set<number>): void {
  const codes = [WORD_EDGE];
  for (let at = 0; at < word.length && at < LONGEST_WORD; at++) codes.push(word.charCodeAt(at));
  codes.push(WORD_EDGE);
  for (let from = 0; from + SHORTEST_RUN <= codes.length; from++) {
    let hash = step(FNV_OFFSET, WORD_EDGE);
    for (let length = 1; length <= LONGEST_RUN && from + length <= codes.length; length++) {
      hash = step(hash, codes[from + length - 1] ?? 0);
      if (length >= SHORTEST_RUN) found.add(finish(hash) & mask);
    }
  }
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
