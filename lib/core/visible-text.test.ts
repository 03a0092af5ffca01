import { expect, it } from 'vitest';
import { isVisible } from '@/lib/core/visible-text';

it.each(['', ' ', '\u00a0\t\n', '\u200b', '\ufeff \u200d', '\u2060\u00ad', '\u3164'])(
  '%j is not seen',
  (text) => {
    expect(isVisible(text)).toBe(false);
  },
);

it.each(['a', ' . ', '\u200b1', '👍', '-'])('%j is', (text) => {
  expect(isVisible(text)).toBe(true);
});
