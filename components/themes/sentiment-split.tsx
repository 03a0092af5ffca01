import NextLink from 'next/link';
import { SENTIMENT_ICON, TONE_TEXT } from '@/components/ui/tone';
import type { SentimentCounts } from '@/lib/annotations/find-theme-figures';
import { formatNumber } from '@/lib/core/format';

const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

const FILL = { negative: 'bg-fill-negative', neutral: 'bg-fill-neutral', positive: 'bg-fill-positive' };

type Props = { name: string; counts: SentimentCounts; hrefOf: (sentiment: Sentiment) => string };

/** How the comments on a theme feel: a bar, and below it the counts, each of which opens its comments. */
export function SentimentSplit({ name, counts, hrefOf }: Props) {
  const all = counts.negative + counts.neutral + counts.positive;
  return (
    <span className="inline-block w-32">
      <span aria-hidden className="flex h-1.5 gap-px overflow-hidden rounded-full">
        {SENTIMENTS.map((sentiment) => (
          <span
            key={sentiment}
            className={FILL[sentiment]}
            style={{ width: `${all > 0 ? (100 * counts[sentiment]) / all : 0}%` }}
          />
        ))}
      </span>
      <span className="mt-1 flex justify-between text-sm">
        {SENTIMENTS.map((sentiment) => {
          const Icon = SENTIMENT_ICON[sentiment];
          return (
            <NextLink
              key={sentiment}
              href={hrefOf(sentiment)}
              className="inline-flex min-h-6 items-center gap-1 rounded-sm hover:underline"
            >
              <Icon aria-hidden className={`size-3.5 ${TONE_TEXT[sentiment]}`} />
              {formatNumber(counts[sentiment])}
              <span className="sr-only">
                {' '}
                {sentiment} comments on {name}
              </span>
            </NextLink>
          );
        })}
      </span>
    </span>
  );
}
