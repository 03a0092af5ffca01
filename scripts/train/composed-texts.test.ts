import { describe, expect, it } from 'vitest';
import { readPlainFeedback } from '@/bench/text/plain-feedback';
import { foldText } from '@/lib/nlp/fold';
import { type ReadLanguage, readComposedTexts } from './composed-texts';

const LANGUAGES: readonly ReadLanguage[] = ['en', 'de', 'es', 'fr', 'it', 'pt'];

const wordsOf = (text: string): Set<string> => new Set(foldText(text).match(/[\p{L}\p{N}]+/gu));

/** The share of words that two texts have in common (Jaccard). */
function likeness(one: Set<string>, other: Set<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  return common / (one.size + other.size - common);
}

describe('readComposedTexts', () => {
  it.each(LANGUAGES)('composes some hundred different sentences of each label (%s)', (language) => {
    const texts = readComposedTexts(language);
    for (const label of [0, 1, 2]) {
      expect(texts.filter((text) => text.label === label).length).toBeGreaterThan(90);
    }
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
    expect(texts.every(({ text }) => /^[\p{Lu}¿].*[.?\p{Extended_Pictographic}]$/u.test(text))).toBe(true);
  });

  it.each(LANGUAGES)('holds no sentence like those it is judged by (%s)', (language) => {
    const composed = readComposedTexts(language).map(({ text }) => wordsOf(text));
    const judged = readPlainFeedback().filter((row) => row.language === language && row.isHeldOut);
    for (const { text } of judged) {
      const words = wordsOf(text);
      expect(Math.max(...composed.map((other) => likeness(words, other)))).toBeLessThan(0.5);
    }
  });
});
