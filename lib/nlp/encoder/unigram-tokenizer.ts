/** A piece of the vocabulary and its log probability. */
export type VocabularyEntry = readonly [piece: string, logProbability: number];

/** The first entries are marks of the model, never found in a text; the first of all stands for what is unknown. */
const RESERVED_ENTRIES = 6;
const UNKNOWN = 0;
const WORD_START = '\u2581';
/** More tokens than this the encoder does not read. */
export const MAX_TOKENS = 128;
/**
 * No text is read further, which keeps a megabyte cheap. A token is at most 16 characters long, so only text in signs
 * unknown to the vocabulary, which run together into one token, could have said more.
 */
const READ_LENGTH = 4096;
const NO_PIECE = -1;

export interface UnigramTokenizer {
  /** Ids of the pieces, at most {@link MAX_TOKENS}; none for an empty text. */
  encode(text: string): number[];
}

/**
 * Splits texts into the pieces of a SentencePiece unigram vocabulary: of all ways to write the text as pieces, the most
 * probable (Viterbi). Agrees piece for piece with the tokenizer of the npm package @energetic-ai/embeddings, also
 * in its treatment of what is unknown: it costs nothing, and several unknown signs in a row are one.
 */
export function makeUnigramTokenizer(vocabulary: readonly VocabularyEntry[]): UnigramTokenizer {
  const trie = buildTrie(vocabulary);
  return { encode: (text) => backtrack(findBestPieces(toSymbols(text, trie), vocabulary, trie), vocabulary) };
}

/** The pieces as a trie in flat tables: symbols are numbered, and `next` holds a node for each node and symbol. */
interface Trie {
  symbolOf: ReadonlyMap<number, number>;
  symbols: number;
  next: Int16Array;
  pieceAt: Int16Array;
}

function buildTrie(vocabulary: readonly VocabularyEntry[]): Trie {
  const pieces = vocabulary.slice(RESERVED_ENTRIES).map(([piece]) => codePointsOf(piece));
  // Symbol 0 is any sign outside the vocabulary; node 0 is the root, to which no way leads back.
  const symbolOf = new Map<number, number>();
  for (const code of pieces.flat()) if (!symbolOf.has(code)) symbolOf.set(code, symbolOf.size + 1);
  const symbols = symbolOf.size + 1;
  const nodesAtMost = pieces.reduce((sum, piece) => sum + piece.length, 1);
  const next = new Int16Array(nodesAtMost * symbols);
  const pieceAt = new Int16Array(nodesAtMost).fill(NO_PIECE);
  let nodes = 1;
  for (const [index, piece] of pieces.entries()) {
    let node = 0;
    for (const code of piece) {
      const edge = node * symbols + (symbolOf.get(code) ?? 0);
      if (next[edge] === 0) next[edge] = nodes++;
      node = next[edge] ?? 0;
    }
    pieceAt[node] = index + RESERVED_ENTRIES;
  }
  return {
    symbolOf,
    symbols,
    next: next.slice(0, nodes * symbols),
    pieceAt: pieceAt.slice(0, nodes),
  };
}

const codePointsOf = (text: string): number[] => Array.from(text, (sign) => sign.codePointAt(0) ?? 0);

function toSymbols(text: string, { symbolOf }: Trie): Int16Array {
  const normal = text.slice(0, READ_LENGTH).normalize('NFKC');
  if (normal === '') return new Int16Array(0);
  const codes = codePointsOf(WORD_START + normal.replaceAll(' ', WORD_START));
  return Int16Array.from(codes, (code) => symbolOf.get(code) ?? 0);
}

/** For each end of a symbol the piece with which the best way there ends. */
function findBestPieces(
  symbols: Int16Array,
  vocabulary: readonly VocabularyEntry[],
  { symbols: width, next, pieceAt }: Trie,
): Int16Array {
  const best = new Float64Array(symbols.length + 1);
  const pieces = new Int16Array(symbols.length + 1);
  for (let start = 0; start < symbols.length; start++) {
    const before = best[start] ?? 0;
    let node = 0;
    let isKnown = false;
    for (let at = start; at < symbols.length; at++) {
      node = next[node * width + (symbols[at] ?? 0)] ?? 0;
      if (node === 0) break;
      const piece = pieceAt[node] ?? NO_PIECE;
      if (piece === NO_PIECE) continue;
      isKnown = true;
      offer(best, pieces, at + 1, before + (vocabulary[piece]?.[1] ?? 0), piece);
    }
    if (!isKnown) offer(best, pieces, start + 1, before, UNKNOWN);
  }
  return pieces;
}

/** Zero stands for "not reached yet", as in the package; of equal ways the one with the shorter last piece wins. */
function offer(best: Float64Array, pieces: Int16Array, end: number, score: number, piece: number): void {
  const known = best[end] ?? 0;
  if (known !== 0 && score < known) return;
  best[end] = score;
  pieces[end] = piece;
}

function backtrack(pieces: Int16Array, vocabulary: readonly VocabularyEntry[]): number[] {
  const ids: number[] = [];
  for (let end = pieces.length - 1; end > 0; ) {
    const id = pieces[end] ?? UNKNOWN;
    if (id !== UNKNOWN || ids.at(-1) !== UNKNOWN) ids.push(id);
    end -= vocabulary[id]?.[0].length ?? 1;
  }
  return ids.reverse().slice(0, MAX_TOKENS);
}
