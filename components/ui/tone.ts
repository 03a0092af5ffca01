import {
  CircleAlert,
  CircleCheck,
  Frown,
  Info,
  type LucideIcon,
  Meh,
  Smile,
  TriangleAlert,
} from 'lucide-react';

/** What a colour means. Sentiment and state share three of them; an icon or a word always says the same again. */
export type Tone = 'negative' | 'neutral' | 'positive' | 'warning' | 'accent';

/** A tone as coloured text on its soft ground. */
export const TONE_SURFACE: Record<Tone, string> = {
  negative: 'bg-negative-soft text-negative',
  neutral: 'bg-neutral-soft text-neutral',
  positive: 'bg-positive-soft text-positive',
  warning: 'bg-warning-soft text-warning',
  accent: 'bg-accent-soft text-accent',
};

/** A tone as coloured text. */
export const TONE_TEXT: Record<Tone, string> = {
  negative: 'text-negative',
  neutral: 'text-neutral',
  positive: 'text-positive',
  warning: 'text-warning',
  accent: 'text-accent',
};

/** How a customer feels. */
export const SENTIMENT_ICON: Record<'negative' | 'neutral' | 'positive', LucideIcon> = {
  negative: Frown,
  neutral: Meh,
  positive: Smile,
};

/** How a thing went. */
export const STATE_ICON: Record<Tone, LucideIcon> = {
  negative: CircleAlert,
  neutral: Info,
  positive: CircleCheck,
  warning: TriangleAlert,
  accent: Info,
};
