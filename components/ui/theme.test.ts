import { describe, expect, it } from 'vitest';
import { parseTheme, themeClass } from './theme';

describe('parseTheme', () => {
  it.each([
    ['dark', 'dark'],
    ['light', 'light'],
    ['system', 'system'],
    ['"><script>', 'system'],
    [undefined, 'system'],
  ])('reads %s as %s', (value, theme) => expect(parseTheme(value)).toBe(theme));
});

describe('themeClass', () => {
  it('leaves the system theme without a class', () => {
    expect(themeClass('system')).toBe('');
    expect(themeClass('dark')).toBe('dark');
  });
});
