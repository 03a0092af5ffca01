import { SentimentBadge } from '@/components/ui/badge';
import { formatDate } from '@/lib/core/format';
import { Unknown } from './unknown';

type Props = { at: Date | null; sentiment: 'negative' | 'neutral' | 'positive' | null };

/** When somebody was last heard, and how that felt. */
export function LastSaid({ at, sentiment }: Props) {
  if (!at) return <Unknown reason="No feedback yet" />;
  return (
    <span className="inline-flex flex-col items-end gap-1 sm:items-start">
      <span className="whitespace-nowrap">{formatDate(at)}</span>
      {sentiment ? (
        <SentimentBadge tone={sentiment} />
      ) : (
        <span className="text-sm text-ink-mute">no sentiment</span>
      )}
    </span>
  );
}
