import { classifyName, foldName } from './name-lists';
import { isEverydayWord } from './not-names';
import { toPlainForm } from './plain-form';

/** Names that are known to be those of people, ready to be looked for. */
export interface KnownNames {
  /** Folded, their words parted by one space, the longest first, by first word. */
  byFirstWord: ReadonlyMap<string, readonly string[]>;
  /** Those in scripts that put no space between words, or null. */
  unspaced: RegExp | null;
}

/** Shorter parts of a name are not looked for alone. */
const MIN_PART_LENGTH = 4;
const HAS_CASE = /\p{Ll}/u;

/** Prepares the names of people, such as a workspace's contacts: each is found whole, and its telling words alone. */
export function compileKnownNames(names: Iterable<string>): KnownNames {
  const byFirstWord = new Map<string, string[]>();
  const add = (words: string[]): void => {
    const [first = ''] = words;
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), words.join(' ')]);
  };
  const plain = [...new Set([...names].map((name) => toPlainForm(name).text.trim()))];
  for (const name of new Set(plain.map(foldName))) {
    const words = name.match(/\p{L}[\p{L}\p{M}'-]*/gu) ?? [];
    if (words.length > 1) add(words);
    for (const word of words) if (HAS_CASE.test(word) && isTellingPart(word)) add([word]);
  }
  for (const known of byFirstWord.values()) known.sort((a, b) => b.length - a.length);
  return { byFirstWord, unspaced: compileUnspaced(plain) };
}

/** Whether a folded word of a name says alone who is meant: no everyday word, and no name that is also a word. */
export function isTellingPart(folded: string): boolean {
  return folded.length >= MIN_PART_LENGTH && !isEverydayWord(folded) && classifyName(folded) !== 'ambiguous';
}

/** Names that are words as well when they are written without a capital. */
const LOWER_CASE_WORDS = new Set(
  `baker banks bell best black book bridge brown bush butler carpenter chance clark cook cooper cross day dean field fields fisher forest fox gardener
good gray green hall hand hill holder hope house hunter key king knight lane lake law little long love marsh mason may miller
moon moore new page park parker parks porter potter power price rice rich rivers sharp short silver singer small snow
stone street strong summers swift taylor turner walker ward waters weaver west white wise wolf wood woods young
alba alma bella bello benedetto bianco bravo cara caro celeste clara claro dolores felice felix fiore franca franco gentile
jung klein koch kurz lang leal linda lindo luz mercedes neu paz reis rico rosa rosso santos schwarz serena severo sol vera
vero weber weiss`.split(/\s+/),
);

/** Whether a folded word without a capital is as likely no name. */
export function isWordOnly(folded: string): boolean {
  return isEverydayWord(folded) || LOWER_CASE_WORDS.has(folded) || classifyName(folded) === 'ambiguous';
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const HAN_ONLY = /^[\p{Script=Han}]+$/u;
/** Two characters of Chinese are a name; of other such scripts, two may be part of any word. */
const MIN_LETTERS = 3;
const PARTS = /[ ・·]+/;
/** "Mr", "Ms" and the like, which follow the name. */
const TITLE_AFTER = ' ?(?:先生|女士|小姐|太太|さん|さま|様|氏|くん|君|ちゃん|님|씨)';
/** A name in katakana or hangul does not begin, and one in katakana does not end, within a longer word. */
const NOT_WITHIN = '(?<!\\p{Script=Hangul})(?<![\\p{Script=Katakana}ー](?=[\\p{Script=Katakana}]))';
const NOT_GOING_ON = '(?!(?<=[\\p{Script=Katakana}ー])[\\p{Script=Katakana}ー])';

function compileUnspaced(names: readonly string[]): RegExp | null {
  const patterns = names.filter((name) => UNSPACED.test(name)).flatMap(writePatterns);
  if (patterns.length === 0) return null;
  patterns.sort((a, b) => b.length - a.length);
  return new RegExp(`${NOT_WITHIN}(?:${[...new Set(patterns)].join('|')})${NOT_GOING_ON}`, 'gu');
}

/** A whole name, its parts with or without a space between them, and its family name before a title. */
function writePatterns(name: string): string[] {
  return ['NFC', 'NFD'].flatMap((form) => {
    const parts = name
      .normalize(form)
      .split(PARTS)
      .map((part) => part.replace(/[^\p{L}\p{M}]/gu, ''));
    const letters = parts.join('');
    const family = parts.length > 1 ? parts[0] : HAN_ONLY.test(letters) ? letters.slice(0, 1) : undefined;
    const isLong = letters.length >= (HAN_ONLY.test(letters) ? 2 : MIN_LETTERS);
    return [...(isLong ? [parts.join('[ ・·]?')] : []), ...(family ? [`${family}(?=${TITLE_AFTER})`] : [])];
  });
}
