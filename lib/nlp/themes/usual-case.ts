import type { ThemeDocument } from './documents';

/** A capital deep within a small word: no thing is written so, as "macOS" and "iPhone" are. */
const IS_A_SLIP = /^\p{Ll}{2,}\p{Lu}\p{Ll}/u;
const mend = (word: string): string => (IS_A_SLIP.test(word) ? word.toLowerCase() : word);
/** All in capitals: says nothing about how a word is usually written. */
const IS_SHOUTED = /^[^\p{Ll}]*$/u;
/** A word with a plain capital so often is a name, or a German noun; less often it began a line or a title. */
const NAME_SHARE = 0.8;
const ONLY_SIGNS_BEFORE = /^[^\p{L}]*$/u;

/** A capital after a small letter is a slip ("vIsIt"), or how the thing is written ("iPhone"); one at the start may be a name's. */
const MAY_BE_A_SLIP = /^\p{Ll}|\p{Ll}\p{Lu}/u;

/**
 * Writes small words, and words with a capital in their middle, as a corpus mostly writes them within a text: the "vIsIt" of one hand is
 * the "visit" of all others, "api" is "API", and German nouns are large. Other capitals stay: "Pay" of "Apple Pay" is a name. So
 * does a word that stands at the beginning of texts alone.
 */
export function findUsualCase(documents: readonly ThemeDocument[]): (phrase: string) => string {
  const forms = new Map<string, Map<string, number>>();
  for (const { segment, tokens } of documents) {
    if (IS_SHOUTED.test(segment.text)) continue;
    for (const { start, surface } of tokens) {
      if (ONLY_SIGNS_BEFORE.test(segment.text.slice(0, start))) continue;
      const lower = surface.toLowerCase();
      const counts = forms.get(lower) ?? new Map<string, number>();
      forms.set(lower, counts.set(surface, (counts.get(surface) ?? 0) + 1));
    }
  }
  const usualOf = (word: string): string => {
    const [best] = [...(forms.get(word.toLowerCase()) ?? [])].sort(
      (a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1),
    );
    if (!best) return word;
    const isPlainCapital = /^\p{Lu}\p{Ll}*$/u.test(best[0]);
    const total = [...(forms.get(word.toLowerCase())?.values() ?? [])].reduce((sum, count) => sum + count, 0);
    return isPlainCapital && best[1] < NAME_SHARE * total ? word : best[0];
  };
  return (phrase) =>
    phrase.replace(/[\p{L}\p{N}]+/gu, (word) => (MAY_BE_A_SLIP.test(word) ? mend(usualOf(word)) : word));
}
