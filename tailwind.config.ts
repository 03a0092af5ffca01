import type { Config } from 'tailwindcss';
import plugin from 'tailwindcss/plugin';
import { channelsOf, DARK_TOKENS, LIGHT_TOKENS, type TokenName } from './components/ui/tokens';

const tokenNames = Object.keys(LIGHT_TOKENS) as TokenName[];
const token = (name: TokenName) => `rgb(var(--${name}) / <alpha-value>)`;
const variables = (tokens: Record<TokenName, string>) =>
  Object.fromEntries(tokenNames.map((name) => [`--${name}`, channelsOf(tokens[name])]));

// Tremor asks for its own names, once for light and once for dark; our variables already know the theme.
const tremor = {
  brand: {
    faint: token('accent-soft'),
    muted: token('accent-soft'),
    subtle: token('accent'),
    DEFAULT: token('accent'),
    emphasis: token('accent-strong'),
    inverted: token('on-accent'),
  },
  background: {
    muted: token('canvas'),
    subtle: token('sunken'),
    DEFAULT: token('surface'),
    emphasis: token('ink-soft'),
  },
  border: { DEFAULT: token('line') },
  ring: { DEFAULT: token('line') },
  content: {
    subtle: token('ink-mute'),
    DEFAULT: token('ink-mute'),
    emphasis: token('ink-soft'),
    strong: token('ink'),
    inverted: token('surface'),
  },
};
const intervalColours = { 'interval-1': token('series-1'), 'interval-2': token('series-2') };

export default {
  // No class means "as the system says", so a first visit needs no script and never flashes.
  darkMode: [
    'variant',
    ['@media (prefers-color-scheme: dark) { &:is(html:not(.light) *) }', '&:is(html.dark *)'],
  ],
  content: [
    './app/**/*.{ts,tsx}',
    './components/**/*.{ts,tsx}',
    './node_modules/@tremor/react/dist/components/chart-elements/{AreaChart,BarChart,common}/*.js',
  ],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ...Object.fromEntries(tokenNames.map((name) => [name, token(name)])),
      ...intervalColours,
      tremor,
      'dark-tremor': tremor,
    },
    fontFamily: {
      sans: ['system-ui', '-apple-system', '"Segoe UI"', 'Roboto', '"Noto Sans"', 'sans-serif'],
      // The customer's own words, and only those, are set in a serif.
      voice: ['"Iowan Old Style"', 'Charter', '"Palatino Linotype"', 'Georgia', '"Noto Serif"', 'serif'],
      mono: ['ui-monospace', '"SF Mono"', 'Menlo', 'Consolas', 'monospace'],
    },
    fontSize: {
      xs: ['0.75rem', '1.125rem'],
      sm: ['0.8125rem', '1.25rem'],
      base: ['0.875rem', '1.375rem'],
      lg: ['1rem', '1.5rem'],
      xl: ['1.125rem', '1.625rem'],
      '2xl': ['1.375rem', '1.75rem'],
      '3xl': ['1.75rem', '2.125rem'],
      'tremor-label': ['0.75rem', '1rem'],
      'tremor-default': ['0.8125rem', '1.25rem'],
    },
    extend: {
      borderRadius: { DEFAULT: '0.375rem', 'tremor-default': '0.5rem', 'tremor-full': '9999px' },
      boxShadow: {
        card: '0 1px 2px rgb(31 27 24 / 0.04)',
        float: '0 1px 2px rgb(31 27 24 / 0.08), 0 12px 32px -8px rgb(31 27 24 / 0.22)',
      },
      transitionDuration: { DEFAULT: 'var(--transition)' },
      maxWidth: { page: '76rem', prose: '42rem' },
    },
  },
  // Tremor builds these names at run time from the colours it is given.
  safelist: [
    { pattern: /^(stroke|fill|text|bg)-(series-[1-4]|interval-[12]|fill-(negative|neutral|positive))$/ },
  ],
  plugins: [
    // A variant, not a screen: beside a screen of other than a width there is no `max-sm:`.
    plugin(({ addVariant }) => addVariant('coarse', '@media (pointer: coarse)')),
    plugin(({ addBase }) =>
      addBase({
        ':root': { ...variables(LIGHT_TOKENS), 'color-scheme': 'light' },
        '@media (prefers-color-scheme: dark)': {
          ':root:not(.light)': { ...variables(DARK_TOKENS), 'color-scheme': 'dark' },
        },
        ':root.dark': { ...variables(DARK_TOKENS), 'color-scheme': 'dark' },
        // Paper is white, whatever the screen was.
        '@media print': { ':root:root': { ...variables(LIGHT_TOKENS), 'color-scheme': 'light' } },
      }),
    ),
  ],
} satisfies Config;
