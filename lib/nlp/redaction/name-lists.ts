import lists from '../data/person-names.json';
import { foldText } from '../fold';

/**
 * What a lone word says of being a person's name: a given name that is hardly anything else (`given`), one that is also
 * a word, a place or a brand (`ambiguous`: Will, Rose, Chase), or a family name (`surname`).
 */
export type NameClass = 'given' | 'ambiguous' | 'surname';

const classByName = new Map<string, NameClass>();
for (const [names, nameClass] of [
  [lists.surnames, 'surname'],
  [lists.ambiguousGiven, 'ambiguous'],
  [lists.given, 'given'],
] as const) {
  for (const group of Object.values(names)) {
    for (const name of group.split(' ')) classByName.set(name, nameClass);
  }
}
const surnames = new Set(Object.values(lists.surnames).flatMap((group) => group.split(' ')));

const LETTERS_WITHOUT_ACCENT: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  ı: 'i',
  ə: 'e',
};
const UNDECOMPOSED = /[łøđðþæıə]/g;
const NOT_ASCII = /[^\0-\x7f]/;

/** The form of a word under which names are listed: lower case, without accents. */
export function foldName(word: string): string {
  if (!NOT_ASCII.test(word)) return word.toLowerCase();
  return foldText(word).replace(UNDECOMPOSED, (letter) => LETTERS_WITHOUT_ACCENT[letter] ?? letter);
}

/** The class of a folded word, or null. Of a double name ("Anne-Marie") that is not listed, the class of its first part. */
export function classifyName(folded: string): NameClass | null {
  const whole = classByName.get(folded);
  if (whole !== undefined) return whole;
  const hyphen = folded.indexOf('-');
  return hyphen > 0 ? (classByName.get(folded.slice(0, hyphen)) ?? null) : null;
}

/** Endings of family names that other words do not have. */
const SURNAME_ENDING =
  /.(?:[oe]vich?|[ns]ska|[cnw]ski|[cs]ky|cka|owa|czyk|wicz|sson|dottir|strom|qvist|gren|enko|akis|opoulos|oglu|shvili|adze|escu|[aeiou](?:v[ei]c|nec)|ov|ova|ev|eva|yan|yama|awa|moto|saari|nen)$/;

const SURNAME_BEGINNING = /^(?:mc|o')[a-z]{3}/;

/** Whether a folded word is a family name, by the list or by its look. */
export function isSurname(folded: string): boolean {
  return surnames.has(folded) || SURNAME_ENDING.test(folded) || SURNAME_BEGINNING.test(folded);
}
