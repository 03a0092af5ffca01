import { describe, expect, it } from 'vitest';
import { mapSpanToInput } from './offsets';

describe('mapSpanToInput', () => {
  // input:  "Ask ann@example.org or 07700 900123 now"
  // stored: "Ask [email] or [phone] now"
  const input = 'Ask ann@example.org or 07700 900123 now';
  const stored = 'Ask [email] or [phone] now';
  const replacements = [
    { inputStart: 4, inputEnd: 19, start: 4, end: 11 },
    { inputStart: 23, inputEnd: 35, start: 15, end: 22 },
  ];
  const mapped = (start: number, end: number) => {
    const span = mapSpanToInput(replacements, { start, end });
    return input.slice(span.start, span.end);
  };

  it('leaves offsets alone where nothing was replaced', () => {
    expect(mapSpanToInput([], { start: 3, end: 9 })).toEqual({ start: 3, end: 9 });
    expect(mapped(0, 3)).toBe('Ask');
  });

  it('maps text between and after replacements', () => {
    expect(stored.slice(12, 14)).toBe('or');
    expect(mapped(12, 14)).toBe('or');
    expect(mapped(23, 26)).toBe('now');
    expect(mapped(0, stored.length)).toBe(input);
  });

  it('widens a span that touches the inside of a replacement to the whole of it', () => {
    expect(mapped(4, 11)).toBe('ann@example.org');
    expect(mapped(5, 6)).toBe('ann@example.org');
    expect(mapped(12, 17)).toBe('or 07700 900123');
  });

  it('keeps an empty span empty at a replacement edge', () => {
    expect(mapSpanToInput(replacements, { start: 11, end: 11 })).toEqual({ start: 19, end: 19 });
  });
});
