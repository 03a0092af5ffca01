import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { SENTIMENT_ICON, TONE_SURFACE, type Tone } from './tone';

type Props = { children: ReactNode; tone?: Tone; icon?: LucideIcon | undefined };

/** A word about a thing: its state, its channel. */
export function Badge({ children, tone = 'neutral', icon: Icon }: Props) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1 whitespace-nowrap rounded-full px-2 py-0.5 text-xs font-medium',
        TONE_SURFACE[tone],
      )}
    >
      {Icon && <Icon aria-hidden className="size-3.5" />}
      {children}
    </span>
  );
}

/** How a text feels, by word, face and colour. */
export function SentimentBadge({ tone }: { tone: 'negative' | 'neutral' | 'positive' }) {
  const word = { negative: 'Negative', neutral: 'Neutral', positive: 'Positive' }[tone];
  return (
    <Badge tone={tone} icon={SENTIMENT_ICON[tone]}>
      {word}
    </Badge>
  );
}
