/**
 * Beginnings of words of which every match of a pattern holds at least one, each where no letter stands before it; null
 * where the pattern needs none. Reads the source of patterns of plain words: `(?<![\p{L}])(?:cancel(?:led)? my \w+|quit)` needs
 * "cancel" or "quit". Lower-case letters of ASCII only.
 */
export function findNeededWords(source: string): string[] | null {
  return new PatternReader(source).readAlternatives(false).words;
}

interface Reading {
  words: string[] | null;
  /** Whether a letter that follows begins a word. */
  endsWord: boolean;
}

/** What one part of a pattern is. */
interface Part {
  kind: 'letter' | 'noLetter' | 'anything' | 'nothing';
  letter: string;
  /** Of a group. */
  inner: Reading | null;
  /** Whether a letter that follows begins a word, whatever stands before. */
  endsWordAlways: boolean;
}

const LETTER = /[a-z]/;
const QUANTIFIER = /(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/y;
/** A class that takes no letter: of signs, digits and their escapes. */
const CLASS_WITHOUT_LETTERS = /^\[(?:[^^\\A-Za-z\u0080-\uffff]|\\[^\p{L}]|\\[ds])*\]$/u;
/** Looks around without taking anything in. */
const LOOK = /^\(\?<?[=!]/;
const NO_LETTER_BEFORE = '(?<![\\p{L}';

class PatternReader {
  private at = 0;

  constructor(private readonly source: string) {}

  /** To the end of the group or of the source. */
  readAlternatives(startsWord: boolean): Reading {
    const readings = [this.readSequence(startsWord)];
    while (this.source[this.at] === '|') {
      this.at += 1;
      readings.push(this.readSequence(startsWord));
    }
    return {
      words: readings.some(({ words }) => !words) ? null : readings.flatMap(({ words }) => words ?? []),
      endsWord: readings.every(({ endsWord }) => endsWord),
    };
  }

  private readSequence(startsWord: boolean): Reading {
    let best: string[] | null = null;
    let word = '';
    /** Whether the next letter begins a word. */
    let isAtWord = startsWord;
    const endWord = (): void => {
      if (word !== '') best = chooseWords(best, [word]);
      word = '';
    };
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      if (this.source.startsWith(NO_LETTER_BEFORE, this.at)) isAtWord = true;
      const part = this.readPart(isAtWord && word === '');
      const { isOptional, isRepeated } = this.readQuantifier();
      if (part.kind === 'nothing') continue;
      if (part.kind === 'letter' && !isOptional && (word !== '' || isAtWord)) {
        word += part.letter;
        isAtWord = false;
        if (isRepeated) endWord();
        continue;
      }
      const wasAtWord = isAtWord && word === '';
      endWord();
      if (part.inner && !isOptional) best = chooseWords(best, part.inner.words);
      const endsWord = isRepeated ? part.endsWordAlways : (part.inner?.endsWord ?? part.endsWordAlways);
      isAtWord = endsWord && (!isOptional || wasAtWord);
    }
    endWord();
    return { words: best, endsWord: isAtWord };
  }

  private readPart(startsWord: boolean): Part {
    const rest = this.source.slice(this.at);
    const [sign = ''] = rest;
    if (sign === '(') {
      const isLook = LOOK.test(rest);
      this.at += /^\((?:\?(?::|<?[=!]|<\w+>))?/.exec(rest)?.[0].length ?? 1;
      const start = this.at;
      const { endsWord: endsWordAlways } = this.readAlternatives(false);
      this.at = start;
      const inner = this.readAlternatives(startsWord);
      this.at += 1;
      return isLook ? makePart('nothing') : { ...makePart('anything'), inner, endsWordAlways };
    }
    if (sign === '[') {
      const written = /^\[(?:[^\]\\]|\\.)*\]/.exec(rest)?.[0] ?? rest;
      this.at += written.length;
      return makePart(CLASS_WITHOUT_LETTERS.test(written) ? 'noLetter' : 'anything');
    }
    if (sign === '\\') {
      const written = /^\\(?:p\{[^}]*\}|.)/iu.exec(rest)?.[0] ?? rest;
      this.at += written.length;
      if (/^\\[bB]$/.test(written)) return makePart('nothing');
      return makePart(/^\\(?:[ds]|[^\p{L}])$/u.test(written) ? 'noLetter' : 'anything');
    }
    this.at += 1;
    if (sign === '^' || sign === '$') return makePart('nothing');
    if (LETTER.test(sign)) return { ...makePart('letter'), letter: sign };
    return makePart(sign === '.' || sign > '\x7f' || /[A-Z]/.test(sign) ? 'anything' : 'noLetter');
  }

  private readQuantifier(): { isOptional: boolean; isRepeated: boolean } {
    QUANTIFIER.lastIndex = this.at;
    const [written = '', least] = QUANTIFIER.exec(this.source) ?? [];
    this.at += written.length;
    const [sign] = written;
    return {
      isOptional: sign === '?' || sign === '*' || least === '0',
      isRepeated: sign === '*' || sign === '+' || sign === '{',
    };
  }
}

const makePart = (kind: Part['kind']): Part => ({
  kind,
  letter: '',
  inner: null,
  endsWordAlways: kind === 'noLetter',
});

/** Beyond this a word is as rare as a longer one. */
const TELLING_LETTERS = 5;

/** Of two sets of words of which a match holds one each, the one that other texts hold less often: of longer words, then of fewer. */
function chooseWords(one: string[] | null, other: string[] | null): string[] | null {
  if (!one || !other) return one ?? other;
  const shortest = (words: string[]) => Math.min(TELLING_LETTERS, ...words.map((word) => word.length));
  const lead = shortest(one) - shortest(other);
  return lead > 0 || (lead === 0 && one.length <= other.length) ? one : other;
}
