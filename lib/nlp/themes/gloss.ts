import { findQuality } from './aspect-words';
import { findSharedWord, hasSharedWords, sharedQuality } from './shared-words';
import { splitWords } from './tokenize';

/** Written with several capitals or a digit, a word is a name or a short form that no language changes: "HubSpot", "CSV". */
const IS_THE_SAME = /\p{Lu}.*\p{Lu}|\d/u;

/**
 * What a text speaks of, in English words one after another, for what reads English only: "Die Rechnungsadresse ist falsch" gives
 * "invoice". Of texts in French, German, Spanish, Italian and Portuguese; any other text is given back as it is. Empty where none of
 * the words is known.
 * @param language ISO 639-1, null where it is not known
 */
export function glossText(text: string, language: string | null): string {
  if (language === null || !hasSharedWords(language)) return text;
  return splitWords(text)
    .flatMap(({ surface, lower }) => {
      const bare = lower.replace(/^.*['’]/, '');
      const quality = findQuality(bare, language);
      if (quality !== null) return sharedQuality(quality);
      const plain = bare.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
      return findSharedWord(plain, language) ?? (IS_THE_SAME.test(surface) ? surface : []);
    })
    .join(' ');
}
