import { findNeededWords } from './needed-words';

/**
 * Tells at one glance over a text which patterns are worth trying on it: bit `n` of the answer is set where the pattern at
 * place `n` may match. Never wrong about one that matches; of the texts that do not it lets some through.
 *
 * @param text folded; accents left in it only open the gate wider
 */
export type WordGate = (text: string) => number;

/** So many letters of a word's beginning are looked at. */
const READ_LETTERS = 4;
const LETTER_BITS = 5;
/** Slots of an open hash table for some hundred beginnings of words; it stays in the processor's cache. */
const SLOT_BITS = 12;
const LAST_SLOT = 2 ** SLOT_BITS - 1;
const SPREAD = 0x9e3779b1;
const BEFORE_FIRST_LETTER = 0x60;
const LAST_LETTER = 0x7a;

const slotOf = (letters: number): number => Math.imul(letters, SPREAD) >>> (32 - SLOT_BITS);

/** A gate before patterns of words, at most 31. One whose words cannot be told from its source is always worth trying. */
export function makeWordGate(patterns: readonly RegExp[]): WordGate {
  /** Beginnings of words, five bits a letter; 0 where a slot is free. */
  const keys = new Int32Array(LAST_SLOT + 1);
  const masks = new Int32Array(LAST_SLOT + 1);
  const find = (letters: number): number => {
    let slot = slotOf(letters);
    while (keys[slot] !== 0 && keys[slot] !== letters) slot = (slot + 1) & LAST_SLOT;
    return slot;
  };
  let always = 0;
  for (const [place, pattern] of patterns.entries()) {
    const words = findNeededWords(pattern.source);
    if (!words) always |= 1 << place;
    for (const word of words ?? []) {
      let letters = 0;
      for (const letter of word.slice(0, READ_LETTERS)) {
        letters = (letters << LETTER_BITS) | (letter.charCodeAt(0) - BEFORE_FIRST_LETTER);
      }
      const slot = find(letters);
      keys[slot] = letters;
      masks[slot] = (masks[slot] ?? 0) | (1 << place);
    }
  }
  return (text) => {
    let found = always;
    let letters = 0;
    let count = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code <= BEFORE_FIRST_LETTER || code > LAST_LETTER) {
        letters = 0;
        count = 0;
      } else if (count < READ_LETTERS) {
        count += 1;
        letters = (letters << LETTER_BITS) | (code - BEFORE_FIRST_LETTER);
        found |= masks[find(letters)] ?? 0;
      }
    }
    return found;
  };
}
