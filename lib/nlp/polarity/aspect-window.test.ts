import { describe, expect, it } from 'vitest';
import { findAspectWindow } from './aspect-window';

const text = 'The food was wonderful but the service at the bar was terribly slow. We left.';
const spanOf = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });
const windowOf = (word: string, ...others: string[]) => {
  const { start, end } = findAspectWindow(text, spanOf(word), others.map(spanOf), 'en');
  return text.slice(start, end);
};

describe('findAspectWindow', () => {
  it('takes the whole text for a single aspect', () => {
    expect(windowOf('food')).toBe(text);
  });

  it('stops at words of contrast, other aspects and ends of sentences', () => {
    expect(windowOf('food', 'service')).toBe('The food was wonderful');
    expect(windowOf('service', 'food')).toBe('but the service at the bar was terribly slow.');
    expect(windowOf('service', 'food', 'bar')).toBe('but the service at the');
    expect(windowOf('We', 'food')).toBe('We left.');
  });
});
