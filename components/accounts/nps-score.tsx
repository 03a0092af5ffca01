import { formatDate } from '@/lib/core/format';
import { Unknown } from './unknown';

/** An answer to "would you recommend", in the words of its part of the scale. */
export function NpsScore({ score, at }: { score: number | null; at: Date | null }) {
  if (score === null || at === null) return <Unknown reason="Nobody there has answered an NPS question" />;
  const [word, tone] =
    score >= 9
      ? ['promoter', 'text-positive']
      : score >= 7
        ? ['passive', 'text-ink-mute']
        : ['detractor', 'text-negative'];
  return (
    <span className="block">
      <span className="font-medium">{score}</span>
      <span className="text-ink-mute"> of 10</span>
      <span className={`block text-sm ${tone}`}>
        {word}, {formatDate(at)}
      </span>
    </span>
  );
}
