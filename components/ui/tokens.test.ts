import { describe, expect, it } from 'vitest';
import { channelsOf, DARK_TOKENS, LIGHT_TOKENS, type TokenName } from './tokens';

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(hex)
    .split(' ')
    .map((channel) => Number(channel) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const TEXTS: TokenName[] = [
  'ink',
  'ink-soft',
  'ink-mute',
  'accent',
  'negative',
  'neutral',
  'positive',
  'warning',
];
const GROUNDS: TokenName[] = ['canvas', 'surface', 'sunken', 'hover'];
const SHAPES: TokenName[] = [
  'line-strong',
  'fill-negative',
  'fill-neutral',
  'fill-positive',
  'series-1',
  'series-2',
  'series-3',
  'series-4',
];

describe.each([
  ['light', LIGHT_TOKENS as Record<TokenName, string>],
  ['dark', DARK_TOKENS],
])('%s tokens', (_theme, tokens) => {
  it.each(TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))(
    'keeps %s readable on %s',
    (text, ground) => expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5),
  );

  it.each(['accent', 'negative', 'neutral', 'positive', 'warning'] as const)(
    'keeps %s and plain ink readable on its own soft ground',
    (tone) => {
      expect(contrast(tokens[tone], tokens[`${tone}-soft`])).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tokens.ink, tokens[`${tone}-soft`])).toBeGreaterThanOrEqual(7);
    },
  );

  it('keeps text on the accent and on a danger button readable', () => {
    expect(contrast(tokens['on-accent'], tokens.accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens['on-accent'], tokens['accent-strong'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens['on-accent'], tokens.negative)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPES)('keeps the shape colour %s visible on cards and page', (shape) => {
    expect(contrast(tokens[shape], tokens.surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(tokens[shape], tokens.canvas)).toBeGreaterThanOrEqual(3);
  });
});

describe('channelsOf', () => {
  it('splits a colour into its three channels', () => expect(channelsOf('#7a2857')).toBe('122 40 87'));
});
