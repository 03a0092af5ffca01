import { classifyName, foldName } from './name-lists';
import { isEverydayWord } from './not-names';

/** Names that are known to be those of people: folded, their words parted by one space, the longest first, by first word. */
export type KnownNames = ReadonlyMap<string, readonly string[]>;

/** Shorter parts of a name are not looked for alone. */
const MIN_PART_LENGTH = 4;

/** Prepares the names of people, such as a workspace's contacts: each is found whole, and its telling words alone. */
export function compileKnownNames(names: Iterable<string>): KnownNames {
  const byFirstWord = new Map<string, string[]>();
  const add = (words: string[]): void => {
    const [first = ''] = words;
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), words.join(' ')]);
  };
  for (const name of new Set([...names].map(foldName))) {
    const words = name.match(/\p{L}[\p{L}\p{M}'-]*/gu) ?? [];
    if (words.length > 1) add(words);
    for (const word of words) if (isTellingPart(word)) add([word]);
  }
  for (const known of byFirstWord.values()) known.sort((a, b) => b.length - a.length);
  return byFirstWord;
}

/** Whether a folded word of a name says alone who is meant: no everyday word, and no name that is also a word. */
export function isTellingPart(folded: string): boolean {
  return folded.length >= MIN_PART_LENGTH && !isEverydayWord(folded) && classifyName(folded) !== 'ambiguous';
}
