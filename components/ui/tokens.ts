/**
 * The colours of the house, as data: Tailwind turns each into a CSS variable and a class of the same name, and a test
 * holds their contrast. Warm paper and ink; plum is the one accent; vermilion and teal (a pair that stays apart for
 * colour-blind people) mean negative and positive.
 */
export type TokenName = keyof typeof LIGHT_TOKENS;

export const LIGHT_TOKENS = {
  canvas: '#faf8f5',
  surface: '#ffffff',
  sunken: '#f4f1ec',
  hover: '#efebe5',
  line: '#e6e0d8',
  'line-strong': '#8a8177',
  ink: '#1f1b18',
  'ink-soft': '#4d463f',
  'ink-mute': '#6a6158',
  accent: '#7a2857',
  'accent-strong': '#5f1d43',
  'accent-soft': '#f6e9f0',
  'on-accent': '#ffffff',
  negative: '#a93610',
  'negative-soft': '#fcebe3',
  neutral: '#5f574f',
  'neutral-soft': '#efebe5',
  positive: '#0a6464',
  'positive-soft': '#dff1ef',
  warning: '#7d5200',
  'warning-soft': '#fbf0d3',
  'fill-negative': '#b9431a',
  'fill-neutral': '#978d83',
  'fill-positive': '#12807f',
  'series-1': '#7a2857',
  'series-2': '#12807f',
  'series-3': '#a86a0c',
  'series-4': '#4c5f8f',
} as const;

export const DARK_TOKENS: Record<TokenName, string> = {
  canvas: '#141113',
  surface: '#1c181a',
  sunken: '#221d20',
  hover: '#2a2427',
  line: '#352e32',
  'line-strong': '#84787e',
  ink: '#f4eff0',
  'ink-soft': '#d0c7cb',
  'ink-mute': '#a89ca2',
  accent: '#dd94bc',
  'accent-strong': '#ebb5d2',
  'accent-soft': '#3a2231',
  'on-accent': '#2a0d1d',
  negative: '#ff9b73',
  'negative-soft': '#3a2119',
  neutral: '#b9aeb3',
  'neutral-soft': '#2e282b',
  positive: '#5fcdc8',
  'positive-soft': '#12312f',
  warning: '#ecc05a',
  'warning-soft': '#352a12',
  'fill-negative': '#ee7d4f',
  'fill-neutral': '#877c81',
  'fill-positive': '#35aaa6',
  'series-1': '#dd94bc',
  'series-2': '#4bbdb8',
  'series-3': '#dfa53f',
  'series-4': '#93a7dd',
};

/** "#7a2857" as "122 40 87", the form in which Tailwind can add an opacity. */
export function channelsOf(hex: string): string {
  const value = Number.parseInt(hex.slice(1), 16);
  return `${(value >> 16) & 255} ${(value >> 8) & 255} ${value & 255}`;
}
