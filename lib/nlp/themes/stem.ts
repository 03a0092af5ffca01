import porterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { findQuality } from './aspect-words';
import { findSharedWord, sharedQuality } from './shared-words';

const SUFFIXES: Record<string, RegExp[]> = {
  fr: [/[sx]$/, /(?:er|ez|ee|e|aient|ait)$/],
  de: [/(?:en|er|es|em|e|n|s)$/],
  es: [/s$/, /[aeo]$/],
  it: [/[aeio]$/],
  pt: [/s$/, /[aeo]$/],
};

const SHORTEST_STEM = 3;
const LARGEST_MEMO = 100_000;
const memo = new Map<string, string>();

function computeStem(word: string, language: string): string {
  const quality = findQuality(word, language);
  if (quality !== null) return sharedQuality(quality).replaceAll(' ', '-');
  if (language === 'en') return porterStemmer.stem(word);
  let stem = word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').replaceAll('ß', 'ss');
  const shared = findSharedWord(stem, language);
  if (shared !== null) return porterStemmer.stem(shared);
  for (const suffix of SUFFIXES[language] ?? []) {
    const shorter = stem.replace(suffix, '');
    if (shorter.length >= SHORTEST_STEM) stem = shorter;
  }
  return stem;
}

/**
 * The form under which a lower-cased word is counted: its quality ("pricey" → "price"), else Porter's stem for
 * English, else the English stem where languages share a word for it, else the word without accents and its commonest endings. Remembered, as feedback repeats its words.
 */
export function stemWord(word: string, language: string): string {
  const key = `${language} ${word}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  if (memo.size >= LARGEST_MEMO) memo.clear();
  const stem = computeStem(word, language);
  memo.set(key, stem);
  return stem;
}
